package io.partnercompetencies.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Judges what the evaluator judges, as simply and as slowly as possible: it tries every choice of people, every
 * assignment and every month, in exact fractions. It reads the facts and the requirements, and shares no code with the
 * evaluator, so that a mistake must be made twice to stay unseen.
 */
final class Twin {

    private final Facts facts;
    private final Moment moment;
    private final TwinPeople people;

    private Twin(Facts facts, Moment moment) {
        this.facts = facts;
        this.moment = moment;
        this.people = new TwinPeople(facts, moment);
    }

    static Told judge(CompetencyLaw law, Facts facts, Moment moment) {
        return new Twin(facts, moment).judge(law);
    }

    private Told judge(CompetencyLaw law) {
        var levels = new ArrayList<Told.OfLevel>();
        for (var level : List.of(Level.SILVER, Level.GOLD)) {
            var offering = law.options().stream()
                    .filter(option -> option.levels().containsKey(level))
                    .toList();
            if (!offering.isEmpty()) {
                levels.add(judge(law.id(), level, offering));
            }
        }
        var named = new HashSet<String>();
        for (var option : law.options()) {
            for (var requirement : option.levels().values()) {
                named.addAll(namesOf(requirement));
            }
        }
        return new Told(levels, people.pendingAchievements(named));
    }

    /** The nearest option is that of the greatest progress, then the first (R9). */
    private Told.OfLevel judge(String competency, Level level, List<OptionLaw> offering) {
        var options = new ArrayList<Told.OfOption>();
        Told.OfOption nearest = null;
        boolean met = false;
        boolean started = false;
        for (var law : offering) {
            var requirement = law.levels().get(level);
            var now = read(requirement, people.now());
            var later = read(requirement, people.later());
            var option = new Told.OfOption(law.id(), now.met(), progress(now).cutToFourDecimals(), node(now, later));
            options.add(option);
            met |= option.met();
            started |= people.someoneHoldsOneOf(namesOf(requirement)) || countsSomethingElse(now);
            if (nearest == null || option.progress().compareTo(nearest.progress()) > 0) {
                nearest = option;
            }
        }
        var metBy = met ? MetBy.FACTS : waivedBy(competency, level);
        return new Told.OfLevel(level, metBy != null, metBy, nearest.progress(), nearest.option(), started, options);
    }

    /** Facts, then overrides, then exemptions (R7). */
    private MetBy waivedBy(String competency, Level level) {
        for (var by : List.of(MetBy.OVERRIDE, MetBy.EXEMPTION)) {
            for (var waiver : facts.waivers()) {
                boolean hasBegun = waiver.from().compareTo(moment.at()) <= 0;
                boolean hasEnded = waiver.until() != null && waiver.until().compareTo(moment.at()) <= 0;
                if (waiver.by() == by
                        && waiver.competencyId().equals(competency)
                        && waiver.level() == level
                        && hasBegun
                        && !hasEnded) {
                    return by;
                }
            }
        }
        return null;
    }

    /**
     * A node at one time.
     *
     * @param required null where nothing can be enough
     */
    private record Reading(
            Requirement of,
            Proof.Kind kind,
            Fraction required,
            Fraction counted,
            Fraction threshold,
            Months window,
            List<UUID> contributors,
            List<Reading> children) {

        static Reading node(Requirement of, Proof.Kind kind, int required, int counted, List<Reading> children) {
            return new Reading(of, kind, Fraction.of(required), Fraction.of(counted), null, null, null, children);
        }

        static Reading leaf(Requirement of, Proof.Kind kind, int required, int counted, List<UUID> contributors) {
            return new Reading(of, kind, Fraction.of(required), Fraction.of(counted), null, null, contributors, null);
        }

        boolean met() {
            return required != null && counted.reaches(required);
        }
    }

    private Reading read(Requirement requirement, TwinPeople.Have have) {
        if (requirement instanceof Requirement.AllOf all) {
            return readAll(all, have);
        }
        if (requirement instanceof Requirement.AnyOf any) {
            var children = new ArrayList<Reading>();
            for (var child : any.children()) {
                children.add(read(child, have));
            }
            boolean one = children.stream().anyMatch(Reading::met);
            return Reading.node(any, Proof.Kind.ANY_OF, 1, one ? 1 : 0, children);
        }
        if (requirement instanceof Requirement.People clause) {
            return read(clause, have.whoFulfil(clause.each()).size(), have);
        }
        if (requirement instanceof Requirement.DistinctPeople clause) {
            int filled = have.mostSlotsFilled(clause.slots());
            var fulfilSome = have.whoFulfil(new PersonClause.Any(clause.slots()));
            return Reading.leaf(
                    clause, Proof.Kind.DISTINCT_PEOPLE, clause.slots().size(), filled, fulfilSome);
        }
        if (requirement instanceof Requirement.Attestation clause) {
            int held = 0;
            for (var attested : facts.attestations()) {
                boolean hasBegun = attested.from().compareTo(moment.at()) <= 0;
                boolean hasEnded = attested.until() != null && attested.until().compareTo(moment.at()) <= 0;
                if (attested.code().equals(clause.code()) && hasBegun && !hasEnded) {
                    held = 1;
                }
            }
            return Reading.leaf(clause, Proof.Kind.ATTESTATION, 1, held, null);
        }
        var clause = (Requirement.Performance) requirement;
        var figures = new TwinFigures(facts, moment, clause);
        return new Reading(
                clause,
                Proof.Kind.PERFORMANCE,
                figures.required(),
                figures.sum(),
                figures.threshold(),
                figures.window(),
                null,
                null);
    }

    private static Reading read(Requirement.People clause, int counted, TwinPeople.Have have) {
        return Reading.leaf(clause, Proof.Kind.PEOPLE, clause.count(), counted, have.whoFulfil(clause.each()));
    }

    private Reading readAll(Requirement.AllOf all, TwinPeople.Have have) {
        var tied = TwinChoice.best(all, have);
        var children = new ArrayList<Reading>();
        for (var child : all.children()) {
            int position = children.size();
            children.add(
                    tied.containsKey(position)
                            ? read((Requirement.People) child, tied.get(position), have)
                            : read(child, have));
        }
        int met = (int) children.stream().filter(Reading::met).count();
        return Reading.node(all, Proof.Kind.ALL_OF, children.size(), met, children);
    }

    /** The whole of what is met, the mean of an all-of, the greatest of an any-of, else the part that counts (R9). */
    private static Fraction progress(Reading reading) {
        if (reading.met()) {
            return Fraction.ONE;
        }
        if (reading.kind() == Proof.Kind.ALL_OF) {
            var sum = Fraction.ZERO;
            for (var child : reading.children()) {
                sum = sum.plus(progress(child));
            }
            return sum.by(Fraction.of(reading.children().size()));
        }
        if (reading.kind() == Proof.Kind.ANY_OF) {
            return reading.children().stream()
                    .map(Twin::progress)
                    .max(Fraction::compareTo)
                    .orElseThrow();
        }
        return reading.required() == null
                ? Fraction.ZERO
                : reading.counted().by(reading.required()).orAtLeast(Fraction.ZERO);
    }

    private static boolean countsSomethingElse(Reading reading) {
        if (reading.children() != null) {
            return reading.children().stream().anyMatch(Twin::countsSomethingElse);
        }
        boolean isOfPeople = reading.kind() == Proof.Kind.PEOPLE || reading.kind() == Proof.Kind.DISTINCT_PEOPLE;
        return !isOfPeople && reading.counted().compareTo(Fraction.ZERO) > 0;
    }

    private static Told.Node node(Reading now, Reading later) {
        List<Told.Node> children = null;
        if (now.children() != null) {
            children = new ArrayList<>();
            for (int i = 0; i < now.children().size(); i++) {
                children.add(node(now.children().get(i), later.children().get(i)));
            }
        }
        return new Told.Node(
                now.kind(),
                now.met(),
                plain(now.required()),
                plain(now.counted()),
                plain(later.counted().minus(now.counted()).orAtLeast(Fraction.ZERO)),
                now.required() == null
                        ? null
                        : plain(now.required().minus(now.counted()).orAtLeast(Fraction.ZERO)),
                plain(now.threshold()),
                now.window(),
                now.contributors(),
                children);
    }

    private static String plain(Fraction number) {
        return number == null ? null : number.plain();
    }

    private static Set<String> namesOf(Requirement requirement) {
        var names = new HashSet<String>();
        if (requirement instanceof Requirement.AllOf all) {
            all.children().forEach(child -> names.addAll(namesOf(child)));
        } else if (requirement instanceof Requirement.AnyOf any) {
            any.children().forEach(child -> names.addAll(namesOf(child)));
        } else if (requirement instanceof Requirement.People clause) {
            names.addAll(TwinPeople.namesOf(clause.each()));
        } else if (requirement instanceof Requirement.DistinctPeople clause) {
            clause.slots().forEach(slot -> names.addAll(TwinPeople.namesOf(slot)));
        }
        return names;
    }
}
