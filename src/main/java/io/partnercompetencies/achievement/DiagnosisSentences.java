package io.partnercompetencies.achievement;

import io.partnercompetencies.catalogue.Catalogue;
import io.partnercompetencies.catalogue.CatalogueCredential;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.Messages;
import io.partnercompetencies.rules.AccountKind;
import io.partnercompetencies.rules.Credit;
import io.partnercompetencies.rules.Diagnosis;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A diagnosis in words: for each finding what it means and what to do, {@code diagnosis.*} in the messages. */
@Singleton
class DiagnosisSentences {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Catalogue catalogue;
    private final Messages messages;

    DiagnosisSentences(Catalogue catalogue, Messages messages) {
        this.catalogue = catalogue;
        this.messages = messages;
    }

    List<DiagnosisView.Cause> of(Diagnosis diagnosis, Credit credit, Language language) {
        return diagnosis.causes().stream()
                .map(cause -> new DiagnosisView.Cause(
                        cause.finding().code(),
                        text("message", cause, credit, language),
                        text("action", cause, credit, language),
                        cause.at()))
                .toList();
    }

    private String text(String part, Diagnosis.Cause cause, Credit credit, Language language) {
        var needed = needed(credit);
        return messages.text(
                language,
                "diagnosis." + cause.finding() + "." + part,
                spelled(cause.at()),
                named(credit.credential()),
                needed,
                needed == AccountKind.LEARN ? AccountKind.PARTNER_UNIVERSITY : AccountKind.LEARN);
    }

    private static String spelled(Instant at) {
        return at == null ? "" : INSTANT.format(at);
    }

    private String named(String code) {
        return catalogue.credential(code).map(CatalogueCredential::code).orElse(code);
    }

    private static AccountKind needed(Credit credit) {
        return AccountKind.LEARN.brings(credit.type()) ? AccountKind.LEARN : AccountKind.PARTNER_UNIVERSITY;
    }
}
