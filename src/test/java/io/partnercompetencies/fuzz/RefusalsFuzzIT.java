package io.partnercompetencies.fuzz;

import io.partnercompetencies.launch.PackagedData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Who is refused has changed nothing: the tables are the same before and after. Nothing else writes meanwhile: there are no
 * passes, and what was accepted is awaited.
 */
class RefusalsFuzzIT {

    private static final int TRIES = 150;

    /** Four tenths of all. */
    private static final int OF_EACH = Fuzzed.REQUESTS * 4 / 10 / TRIES;

    private static final int ACCEPTED_BETWEEN = 4;

    private static Fuzzed service;
    private static Tables tables;

    @BeforeContainer
    static void start() throws IOException {
        service = Fuzzed.start(PackagedData.fresh("fuzz-refusals"));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void what_is_refused_changes_nothing(@ForAll Random random) throws Exception {
        if (tables == null) {
            prepare(random);
        }
        service.send(service.allowed(ACCEPTED_BETWEEN, random));
        tables.awaitRest();
        new Refusals(service, tables).send(service.faulty(OF_EACH - ACCEPTED_BETWEEN, random));
    }

    private static void prepare(Random random) throws Exception {
        Prelude.play(service, random);
        service.stopPasses();
        tables = new Tables(service.folder());
    }

    @AfterContainer
    static void stop() throws SQLException {
        if (tables != null) {
            tables.close();
        }
        service.close();
        System.out.println(service.tally);
    }
}
