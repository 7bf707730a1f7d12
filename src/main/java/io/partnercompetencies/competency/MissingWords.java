package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.rules.Lack;
import io.partnercompetencies.rules.LevelStatus;
import io.partnercompetencies.rules.Requirement;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Says in words what a level still lacks, without naming anybody. */
@Singleton
public class MissingWords {

    private final Catalogue catalogue;
    private final Messages messages;

    MissingWords(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    /**
     * A sentence for each thing that the nearest option lacks; none where the level is met.
     *
     * @param at of the evaluation: what is not accepted any more is not advised
     */
    public List<String> of(LevelStatus level, Instant at, Language language) {
        var wording = new Wording(new Vocabulary(catalogue, messages, language.forMessages(), at));
        return level.lacks().stream().map(wording::sentence).toList();
    }

    /** The words in one language. */
    private record Wording(Vocabulary say) {

        /** With a capital, also behind a bracket. */
        String sentence(Lack lack) {
            var words = new StringBuilder(words(lack));
            int first = 0;
            while (!Character.isLetterOrDigit(words.charAt(first))) {
                first++;
            }
            words.setCharAt(first, Character.toTitleCase(words.charAt(first)));
            return words.toString();
        }

        private String words(Lack lack) {
            if (lack instanceof Lack.Persons persons) {
                return withPending(persons(persons), persons.pending());
            }
            if (lack instanceof Lack.DistinctPersons persons) {
                return withPending(distinct(persons), persons.pending());
            }
            if (lack instanceof Lack.Amount amount) {
                return amount(amount);
            }
            if (lack instanceof Lack.NoThreshold none) {
                return say.phrase(
                        "missing.no-threshold", say.metric(none.clause().metric(), BigDecimal.TEN));
            }
            if (lack instanceof Lack.OneOf one) {
                return open(one.ways()).stream()
                        .map(this::together)
                        .reduce((some, next) -> say.phrase("missing.otherwise", some, next))
                        .orElseThrow();
            }
            return say.phrase("missing.attestation", say.attestation(((Lack.NotAttested) lack).attestation()));
        }

        /** Without those that nobody can go any more, unless there is no other. */
        private List<List<Lack>> open(List<List<Lack>> ways) {
            var open = ways.stream()
                    .filter(way -> way.stream()
                            .allMatch(lack -> !(lack instanceof Lack.Persons persons)
                                    || say.isAccepted(persons.clause().each())))
                    .toList();
            return open.isEmpty() ? ways : open;
        }

        private String together(List<Lack> lacks) {
            if (lacks.size() == 1) {
                return words(lacks.get(0));
            }
            return say.phrase(
                    "missing.group",
                    lacks.stream()
                            .map(this::words)
                            .reduce((some, next) -> say.phrase("missing.together", some, next))
                            .orElseThrow());
        }

        private String persons(Lack.Persons lack) {
            var more = lack.more();
            var each = say.clause(lack.clause().each());
            if (lack.group() == null) {
                return say.phrase("missing.persons", more, say.number(more), each);
            }
            var key = "missing." + lack.clause().relation().is().name().toLowerCase(Locale.ROOT);
            int among = lack.group().count();
            return say.phrase(
                    among == 1 ? key + ".one" : key,
                    more,
                    say.number(more),
                    each,
                    say.number(among),
                    say.clause(lack.group().each()));
        }

        private String distinct(Lack.DistinctPersons lack) {
            var slots = lack.clause().slots();
            var words = say.phrase(
                    "missing.distinct", say.all(slots), say.number(lack.counted()), say.number(slots.size()));
            return lack.unfilled().isEmpty() || lack.unfilled().size() == slots.size()
                    ? words
                    : say.phrase("missing.distinct.nobody", words, say.any(lack.unfilled()));
        }

        private String amount(Lack.Amount lack) {
            var clause = lack.clause();
            var words = say.phrase(
                    "missing.so-far",
                    say.amount(clause.metric(), lack.more()),
                    say.number(lack.counted()),
                    say.number(lack.required()));
            if (!clause.products().isEmpty()) {
                words = say.phrase("missing.products", words, say.products(clause.products()));
            }
            if (lack.window() != null
                    && !lack.window().from().equals(lack.window().to())) {
                words = say.phrase(
                        "missing.months",
                        words,
                        lack.window().from(),
                        lack.window().to());
            }
            return withAverage(words, clause);
        }

        private String withAverage(String words, Requirement.Performance clause) {
            return clause.averagePerMonth() == null
                    ? words
                    : say.phrase("missing.average", words, say.number(clause.averagePerMonth()));
        }

        private String withPending(String words, Lack.Pending pending) {
            if (pending == null) {
                return words;
            }
            return pending.metFrom() == null
                    ? say.phrase("missing.pending", words, pending.count(), say.number(pending.count()))
                    : say.phrase("missing.met-from", words, say.minute(pending.metFrom()));
        }
    }
}
