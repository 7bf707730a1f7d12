package io.partnercompetencies.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnercompetencies.launch.PackagedData;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever is sent, the service answers as its OpenAPI document says, and never that it has failed. Meanwhile passes count,
 * terms lapse, and all that is accepted goes on: what is asked for changes under the requests.
 */
class AnswersFuzzIT {

    private static final int TRIES = 120;

    /** Six tenths of all: half of these are meant to be accepted. */
    private static final int OF_EACH = Fuzzed.REQUESTS * 6 / 10 / TRIES / 2;

    private static Fuzzed service;
    private static int tries;

    @BeforeContainer
    static void start() throws IOException {
        service = Fuzzed.start(PackagedData.fresh("fuzz-answers"));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
    void every_answer_is_as_the_document_says(@ForAll Random random) throws Exception {
        if (tries++ == 0) {
            Prelude.play(service, random);
        }
        if (tries % 30 == 0) {
            Lapsed.all(service.folder());
        }
        service.send(service.allowed(OF_EACH, random));
        service.send(service.faulty(OF_EACH, random));
    }

    @AfterContainer
    static void every_call_has_been_accepted() {
        service.close();
        System.out.println(service.tally);
        if (tries == TRIES) {
            assertThat(service.tally.neverAccepted()).isEmpty();
        }
    }
}
