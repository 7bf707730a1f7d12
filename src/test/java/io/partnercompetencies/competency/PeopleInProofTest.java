package io.partnercompetencies.competency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.partnercompetencies.PartnerFixture;
import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.competency.StatusService.Tagged;
import io.partnercompetencies.http.Language;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who contributes is for those who may see people; the counts are for everybody. */
@QuarkusTest
class PeopleInProofTest {

    @Inject
    PartnerFixture fixture;

    @Inject
    StatusService status;

    private Tagged<CompetencyStatusView> messaging(Partner partner, boolean people) {
        try {
            return VertxContextSupport.subscribeAndAwait(
                    () -> status.one(UUID.fromString(partner.id()), "messaging", null, Language.EN, people));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<ProofView> nodes(Tagged<CompetencyStatusView> answer) {
        return answer.view().get().levels().stream()
                .flatMap(level -> level.options().stream())
                .flatMap(option -> nodes(option.proof()));
    }

    private static Stream<ProofView> nodes(ProofView proof) {
        var below = proof.children() == null ? Stream.<ProofView>empty() : proof.children().stream();
        return Stream.concat(Stream.of(proof), below.flatMap(PeopleInProofTest::nodes));
    }

    @Test
    void whoever_sees_no_people_is_told_the_same_counts_without_anybody() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);
        var all = messaging(contoso, true);
        var counts = messaging(contoso, false);

        assertThat(nodes(all))
                .anyMatch(node ->
                        node.contributors() != null && !node.contributors().isEmpty());
        assertThat(nodes(counts)).allMatch(node -> node.contributors() == null);
        assertThat(nodes(counts).map(ProofView::counted))
                .containsExactlyElementsOf(nodes(all).map(ProofView::counted).toList());
    }

    @Test
    void an_answer_with_people_is_not_the_same_as_one_without() {
        var contoso = fixture.partner();
        fixture.sync();

        assertThat(messaging(contoso, false).tag())
                .startsWith("W/\"")
                .endsWith("\"")
                .isNotEqualTo(messaging(contoso, true).tag());
    }

    @Test
    void the_operator_sees_people() {
        var contoso = fixture.partner();
        fixture.messagingSilver(contoso);

        fixture.get(contoso.path("/competencies/messaging"))
                .body("levels[0].options[0].proof.children[0].children[0].contributors", hasSize(2));
    }
}
