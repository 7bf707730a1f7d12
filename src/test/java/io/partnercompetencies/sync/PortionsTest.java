package io.partnercompetencies.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 10",
        "1, 1, 10",
        "10, 1, 10",
        "11, 2, 10",
        "40, 4, 10",
        "41, 4, 11",
        "1000, 4, 250",
        "2000, 4, 500",
    })
    void four_lanes_share_alike_unless_a_lane_is_not_worth_it(int due, int lanes, int organizations) {
        assertThat(Portions.of(due, 4, 500)).isEqualTo(new Portions(lanes, organizations));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "3, 1, 3", "4, 2, 3", "12, 4, 3", "100, 4, 3"})
    void no_transaction_is_larger_than_the_largest(int due, int lanes, int organizations) {
        assertThat(Portions.of(due, 4, 3)).isEqualTo(new Portions(lanes, organizations));
    }

    @ParameterizedTest
    @CsvSource({"5000, 1, 500", "9, 1, 10"})
    void one_lane_takes_all(int due, int lanes, int organizations) {
        assertThat(Portions.of(due, 1, 500)).isEqualTo(new Portions(lanes, organizations));
    }
}
