package io.partnercompetencies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StageTest {

    private static Stage stage(String facts) {
        return Stage.of(
                facts.contains("held"),
                facts.contains("grace"),
                facts.contains("met"),
                facts.contains("covered"),
                facts.contains("lapsed"),
                facts.contains("started"));
    }

    @Test
    void the_first_stage_that_fits_is_told() {
        assertThat(stage("held grace met covered started")).isEqualTo(Stage.IN_GRACE_PERIOD);
        assertThat(stage("held grace covered")).isEqualTo(Stage.IN_GRACE_PERIOD);
        assertThat(stage("held covered started")).isEqualTo(Stage.AT_RISK);
        assertThat(stage("held covered met started")).isEqualTo(Stage.ACTIVE);
        assertThat(stage("met started")).isEqualTo(Stage.QUALIFIED);
        assertThat(stage("met lapsed started")).isEqualTo(Stage.QUALIFIED);
        assertThat(stage("lapsed started")).isEqualTo(Stage.INACTIVE);
        assertThat(stage("started covered")).isEqualTo(Stage.STARTED);
        assertThat(stage("covered")).isEqualTo(Stage.NOT_STARTED);
        assertThat(stage("")).isEqualTo(Stage.NOT_STARTED);
    }

    @Test
    void a_level_met_under_a_running_subscription_is_active() {
        assertThat(stage("met covered")).isEqualTo(Stage.ACTIVE);
    }
}
