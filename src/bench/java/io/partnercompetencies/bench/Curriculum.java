package io.partnercompetencies.bench;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.rules.AchievementType;
import io.partnercompetencies.rules.Level;
import io.partnercompetencies.rules.PersonClause;
import io.partnercompetencies.rules.Requirement;
import io.partnercompetencies.rules.Requirement.DistinctPeople;
import io.partnercompetencies.rules.Requirement.People;
import io.partnercompetencies.rules.Requirement.Performance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * What the people of generated companies learn: a company works towards one option of one competency, the first ones of
 * the catalogue more often than the last, and most of its people towards what that option asks.
 */
final class Curriculum {

    /**
     * What an option asks for.
     *
     * @param performances of its lowest level
     */
    record Path(List<PersonClause> clauses, List<Performance> performances) {}

    private static final double SKEW = 0.7;
    private static final double OWN_PATH = 0.5;
    private static final double PASSED = 0.85;

    private final Catalogue catalogue;
    private final Instant at;
    private final List<Path> paths = new ArrayList<>();
    private final double[] cumulated;

    Curriculum(Catalogue catalogue, Instant at) {
        this.catalogue = catalogue;
        this.at = at;
        for (var law : catalogue.laws(at)) {
            law.options().forEach(option -> paths.add(path(option.levels())));
        }
        cumulated = new double[paths.size()];
        double sum = 0;
        for (int i = 0; i < cumulated.length; i++) {
            sum += Math.pow(i + 1, -SKEW);
            cumulated[i] = sum;
        }
    }

    private static Path path(Map<Level, Requirement> levels) {
        var clauses = new ArrayList<PersonClause>();
        var performances = new ArrayList<Performance>();
        for (var requirement : levels.values()) {
            boolean lowest = performances.isEmpty();
            requirement.forEach(node -> {
                if (node instanceof People people) {
                    clauses.add(people.each());
                } else if (node instanceof DistinctPeople distinct) {
                    clauses.addAll(distinct.slots());
                } else if (node instanceof Performance performance && lowest) {
                    performances.add(performance);
                }
            });
        }
        return new Path(clauses, performances);
    }

    Path path(SplittableRandom random) {
        double drawn = random.nextDouble() * cumulated[cumulated.length - 1];
        int i = 0;
        while (cumulated[i] < drawn) {
            i++;
        }
        return paths.get(i);
    }

    /** Codes of what one person has earned, that many or somewhat more or fewer. */
    List<String> earned(Path own, int wanted, SplittableRandom random) {
        var codes = new LinkedHashSet<String>();
        for (int attempt = 0; codes.size() < wanted && attempt < 4 * wanted; attempt++) {
            var path = random.nextDouble() < OWN_PATH ? own : path(random);
            if (!path.clauses().isEmpty()) {
                pass(path.clauses().get(random.nextInt(path.clauses().size())), random, codes);
            }
        }
        return List.copyOf(codes);
    }

    private void pass(PersonClause clause, SplittableRandom random, LinkedHashSet<String> codes) {
        if (clause instanceof PersonClause.Holds holds) {
            if (random.nextDouble() < PASSED && isAccepted(holds.credential())) {
                codes.add(holds.credential());
            }
        } else if (clause instanceof PersonClause.All all) {
            all.of().forEach(one -> pass(one, random, codes));
        } else if (clause instanceof PersonClause.Any any) {
            // Of two draws the earlier: what stands first is more usual.
            int size = any.of().size();
            pass(any.of().get(Math.min(random.nextInt(size), random.nextInt(size))), random, codes);
        }
    }

    private boolean isAccepted(String code) {
        return catalogue.credential(code).orElseThrow().credential().isAcceptedAt(at);
    }

    AchievementType type(String code) {
        return catalogue.credential(code).orElseThrow().credential().kind().reportedAs();
    }

    /** A product that the clause accepts, or none where no clause on its metric names any. */
    String product(Performance clause, SplittableRandom random) {
        return one(clause.products(), catalogue.namesProducts(clause.metric()), catalogue.products(), random);
    }

    String association(Performance clause, SplittableRandom random) {
        return one(
                clause.associations(), catalogue.namesAssociations(clause.metric()), catalogue.associations(), random);
    }

    private static String one(Set<String> accepted, boolean mustBeNamed, Set<String> known, SplittableRandom random) {
        var choice = accepted.isEmpty() ? known : accepted;
        return accepted.isEmpty() && !mustBeNamed
                ? ""
                : choice.stream()
                        .sorted()
                        .skip(random.nextInt(choice.size()))
                        .findFirst()
                        .orElseThrow();
    }
}
