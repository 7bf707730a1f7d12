package io.partnercompetencies.merger;

import static io.partnercompetencies.PartnerFixture.admin;

import io.partnercompetencies.PartnerFixture.Partner;
import io.partnercompetencies.sync.MergeJob;
import io.partnercompetencies.time.SettableClock;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.util.Map;

/** Orders merges as the programme's operator does, and runs the job. */
@Singleton
public class MergeFixture {

    private final SettableClock clock;
    private final MergeJob job;

    MergeFixture(SettableClock clock, MergeJob job) {
        this.clock = clock;
        this.job = job;
    }

    public ValidatableResponse order(Partner surviving, Partner absorbed) {
        return admin().body(Map.of("absorbedOrganizationId", absorbed.id()))
                .post(surviving.path("/merge"))
                .then();
    }

    /** Orders a merge, and gives its address. */
    public String ordered(Partner surviving, Partner absorbed) {
        return order(surviving, absorbed).statusCode(202).extract().header("Location");
    }

    public int run() {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> job.runOnce(clock.instant()));
        } catch (Throwable e) {
            throw new AssertionError("The job failed", e);
        }
    }

    /** The whole of it; gives the merge's address. */
    public String merge(Partner surviving, Partner absorbed) {
        var address = ordered(surviving, absorbed);
        run();
        admin().get(address).then().statusCode(200).body("status", org.hamcrest.Matchers.is("FINISHED"));
        return address;
    }
}
