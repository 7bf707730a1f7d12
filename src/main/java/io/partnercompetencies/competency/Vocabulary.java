package io.partnercompetencies.competency;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.CatalogueCredential;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.rules.Credential;
import io.partnercompetencies.rules.PersonClause;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How things of the catalogue are called in one of the languages of the messages, alone and in lists. */
final class Vocabulary {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** As fine as figures may be. */
    private static final int DECIMALS = 4;

    /** Spanish writes 4000, but 40.000. */
    private static final int SPANISH_GROUPS_FROM = 10_000;

    private final Catalogue catalogue;
    private final Messages messages;
    private final Language language;
    private final Instant at;

    /** @param at credentials that are not accepted then are not offered as an alternative */
    Vocabulary(Catalogue catalogue, Messages messages, Language language, Instant at) {
        this.catalogue = catalogue;
        this.messages = messages;
        this.language = language;
        this.at = at;
    }

    String phrase(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** With the language's separators: 1,750 or 1.750. */
    String number(Number number) {
        var format = NumberFormat.getInstance(Locale.forLanguageTag(language.tag()));
        format.setMaximumFractionDigits(DECIMALS);
        format.setGroupingUsed(language != Language.ES || number.doubleValue() >= SPANISH_GROUPS_FROM);
        return format.format(number);
    }

    /** The full minute at which it is over: a time that is shown is never too early. */
    String minute(Instant instant) {
        var whole = instant.truncatedTo(ChronoUnit.MINUTES);
        return MINUTE.format(whole.equals(instant) ? whole : whole.plus(1, ChronoUnit.MINUTES));
    }

    /** What a person must have, such as "70-347 and 70-345"; groups inside stand in brackets. */
    String clause(PersonClause clause) {
        if (clause instanceof PersonClause.All all) {
            return all(all.of());
        }
        if (clause instanceof PersonClause.Any any) {
            return any(any.of());
        }
        return credential(((PersonClause.Holds) clause).credential());
    }

    String all(List<PersonClause> clauses) {
        return list("missing.and", members(clauses));
    }

    String any(List<PersonClause> clauses) {
        return list("missing.or", members(offered(clauses)));
    }

    /** Whether somebody can fulfil the clause with what is accepted. */
    boolean isAccepted(PersonClause clause) {
        return clause.isFulfilledBy(code -> catalogue
                .credential(code)
                .map(known -> known.credential().isAcceptedAt(at))
                .orElse(true));
    }

    /** Those that are accepted, or all where none is. */
    private List<PersonClause> offered(List<PersonClause> clauses) {
        var accepted = clauses.stream().filter(this::isAccepted).toList();
        return accepted.isEmpty() ? clauses : accepted;
    }

    private List<String> members(List<PersonClause> clauses) {
        return clauses.stream()
                .map(clause -> clauses.size() > 1 && isGroup(clause)
                        ? phrase("missing.group", clause(clause))
                        : clause(clause))
                .toList();
    }

    private boolean isGroup(PersonClause clause) {
        if (clause instanceof PersonClause.Holds) {
            return false;
        }
        var inside = clause instanceof PersonClause.All all ? all.of() : offered(((PersonClause.Any) clause).of());
        return inside.size() > 1 || isGroup(inside.get(0));
    }

    /** Exams go by their code, everything else by its title. */
    private String credential(String code) {
        return catalogue
                .credential(code)
                .filter(known -> known.credential().kind() != Credential.Kind.EXAM)
                .map(CatalogueCredential::titles)
                .map(titles -> titles.in(language.tag()))
                .orElse(code);
    }

    /** @param number for which the metric's name is wanted: one device, two devices */
    String metric(String code, BigDecimal number) {
        return messages.find(language, "metric." + code, number).orElse(code);
    }

    /** So much more of what the metric measures. */
    String amount(String metric, BigDecimal more) {
        var unit = catalogue.metric(metric).map(known -> known.unit()).orElse("");
        return isCurrency(unit)
                ? phrase("missing.money", number(more), metric(metric, more), unit)
                : phrase("missing.amount", number(more), metric(metric, more));
    }

    private static boolean isCurrency(String unit) {
        return unit.matches("[A-Z]{3}");
    }

    String products(Set<String> codes) {
        return list("missing.or", names("product.", codes));
    }

    private List<String> names(String prefix, Collection<String> codes) {
        return codes.stream()
                .sorted()
                .map(code -> messages.find(language, prefix + code).orElse(code))
                .toList();
    }

    String attestation(String code) {
        return messages.find(language, "attestation." + code).orElse(code);
    }

    /** The last one by a word of its own, the others by what the language puts between members of a list. */
    private String list(String last, List<String> members) {
        var listed = members.get(0);
        for (int i = 1; i < members.size(); i++) {
            listed = phrase(i == members.size() - 1 ? last : "missing.list", listed, members.get(i));
        }
        return listed;
    }
}
