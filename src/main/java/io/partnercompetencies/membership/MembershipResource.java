package io.partnercompetencies.membership;

import io.partnercompetencies.access.Caller;
import io.partnercompetencies.http.Answer;
import io.partnercompetencies.http.Answers;
import io.partnercompetencies.http.Collection;
import io.partnercompetencies.http.Idempotency;
import io.partnercompetencies.http.Language;
import io.partnercompetencies.http.MayBeAbsent;
import io.partnercompetencies.http.PageQuery;
import io.partnercompetencies.http.Parameters;
import io.partnercompetencies.rules.Level;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

@Path("/v1/organizations/{organizationId}")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Tag(name = "Membership", description = "Subscriptions, what they show, and what puts them at risk.")
class MembershipResource {

    private final MembershipService memberships;
    private final EligibilityService eligibility;
    private final MarketingProfiles profiles;
    private final AlertService alerts;
    private final Idempotency idempotency;
    private final Answers answers;
    private final Caller caller;

    MembershipResource(
            MembershipService memberships,
            EligibilityService eligibility,
            MarketingProfiles profiles,
            AlertService alerts,
            Idempotency idempotency,
            Answers answers,
            Caller caller) {
        this.memberships = memberships;
        this.eligibility = eligibility;
        this.profiles = profiles;
        this.alerts = alerts;
        this.idempotency = idempotency;
        this.answers = answers;
        this.caller = caller;
    }

    record NewSubscription(
            @NotNull(message = "level is missing: SILVER or GOLD.")
            Level level) {}

    /** There is nothing to say; whoever asks for something, such as another level, must not be misunderstood. */
    record NewRenewal() {}

    @GET
    @Path("/membership")
    @Operation(operationId = "getMembership", summary = "The running subscription and its anniversary")
    public Uni<RestResponse<MembershipView>> membership(UUID organizationId, @Context HttpHeaders headers) {
        return memberships.membership(organizationId).map(view -> answers.of(headers, view));
    }

    @GET
    @Path("/eligibility")
    @Operation(operationId = "getEligibility", summary = "What may be bought or renewed, and why not")
    public Uni<RestResponse<EligibilityView>> eligibility(
            UUID organizationId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages);
        return eligibility.eligibility(organizationId, language).map(view -> answers.of(headers, language, view));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/subscriptions")
    @Operation(
            operationId = "buySubscription",
            summary = "Buy a level for a year",
            description = "Possible once one competency meets the level. GOLD while SILVER runs is an upgrade.")
    @APIResponse(
            responseCode = "201",
            description = "The term that begins",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @Extension(name = "x-refused-with", value = "already-subscribed, not-eligible")
    public Uni<Response> buy(
            UUID organizationId,
            @NotNull @Valid NewSubscription wanted,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        var language = Language.of(languages);
        return idempotency.once(
                wanted,
                () -> memberships
                        .buy(organizationId, wanted.level(), language)
                        .map(bought -> Answer.created(null, bought)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/subscriptions/{subscriptionId}/renewal")
    @Operation(
            operationId = "renewSubscription",
            summary = "Renew a term for another year",
            description =
                    "Possible from the day after the anniversary until the renewal window closes, if one competency"
                            + " meets the level then. The new term runs from the old anniversary. Levels that are held and not"
                            + " met are lost with the renewal.")
    @APIResponse(
            responseCode = "201",
            description = "The term that begins",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    @Extension(
            name = "x-refused-with",
            value = "renewal-window-closed, renewal-level-not-met, already-subscribed, malformed, too-large,"
                    + " unsupported-media-type, invalid")
    public Uni<Response> renew(
            UUID organizationId,
            UUID subscriptionId,
            @MayBeAbsent NewRenewal none,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages) {
        var language = Language.of(languages);
        return idempotency.once(
                null,
                () -> memberships
                        .renew(organizationId, subscriptionId, language)
                        .map(renewed -> Answer.created(null, renewed)));
    }

    @GET
    @Path("/subscriptions")
    @Operation(operationId = "listSubscriptions", summary = "All terms, newest first")
    public Uni<Collection<SubscriptionView>> subscriptions(
            UUID organizationId, @BeanParam PageQuery query, @Context UriInfo uri) {
        var page = query.pageById();
        return memberships
                .page(organizationId, page)
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()));
    }

    @GET
    @Path("/alerts")
    @Operation(operationId = "listAlerts", summary = "What puts the renewal at risk, newest first")
    public Uni<RestResponse<Collection<AlertView>>> alerts(
            UUID organizationId,
            @QueryParam("state") @Schema(implementation = AlertState.class) String state,
            @BeanParam PageQuery query,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context UriInfo uri) {
        var page = query.pageById();
        var language = Language.of(languages).forMessages();
        return alerts.page(
                        organizationId,
                        Parameters.oneOf(AlertState.class, "state", state),
                        page,
                        language,
                        caller.seesPeople())
                .map(found -> Collection.of(
                        uri, page, found.total(), found.rows(), row -> row.id().toString()))
                .map(body -> Answers.page(language, body));
    }

    @GET
    @Path("/marketing-profile")
    @Operation(operationId = "getMarketingProfile", summary = "What customers are shown")
    public Uni<RestResponse<MarketingProfile>> profile(
            UUID organizationId,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages,
            @Context HttpHeaders headers) {
        var language = Language.of(languages);
        return profiles.of(organizationId, language).map(view -> answers.of(headers, language, view));
    }
}
