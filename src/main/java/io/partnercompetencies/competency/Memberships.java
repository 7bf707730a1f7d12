package io.partnercompetencies.competency;

import io.partnercompetencies.database.Statements;
import io.partnercompetencies.rules.Term;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Told of every evaluation inside its transaction, and answers what is held then. The room of memberships implements
 * it; an organisation that is missing in the answer holds nothing.
 */
public interface Memberships {

    Uni<Map<UUID, Holding>> judged(List<Judgement> judgements);

    /** What each organisation held at its instant, now or past, by what is written. */
    Uni<Map<UUID, Holding>> at(Statements in, Map<UUID, Instant> each);

    /** The first instant after this one at which the dates of a term change something by themselves, or null. */
    Instant nextTurn(Term term, Instant after);

    /** Marks those with a running term whose anniversary lies in the range, both days included: the next pass is due. */
    Uni<Void> markAnniversaries(LocalDate from, LocalDate to, Instant now);
}
