package io.partnercompetencies.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final Ids ids = new Ids(Clock.systemUTC());

    @Test
    void ids_are_uuids_of_version_7_that_sort_by_their_order() {
        var made = Stream.generate(ids::next).limit(10_000).toList();
        assertThat(made).allMatch(id -> id.version() == 7 && id.variant() == 2);
        assertThat(made.stream().map(UUID::toString)).isSorted();
    }

    @Test
    void who_knows_an_id_cannot_guess_the_next_one() {
        var made = Stream.generate(ids::next).limit(10_000).toList();
        assertThat(made.stream().map(UUID::getLeastSignificantBits)).doesNotHaveDuplicates();
    }
}
