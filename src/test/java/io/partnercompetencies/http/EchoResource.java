package io.partnercompetencies.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnercompetencies.database.Database;
import io.partnercompetencies.problem.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** A resource that uses all that the room offers, as the resources of the features do. */
@Path("/v1/test")
@Cancellable(false)
class EchoResource {

    enum Kind {
        LEARN,
        PARTNER_UNIVERSITY
    }

    record Part(@NotNull @Text(max = 10) String code) {}

    record Thing(
            @NotNull @Text(max = 20) String name,
            @EmailAddress String email,
            Integer count,
            Boolean flag,
            BigDecimal price,
            Kind kind,
            UUID id,
            Instant at,
            LocalDate on,
            YearMonth period,
            List<@Text(max = 5) String> tags,
            List<@Valid Part> parts) {}

    record Editable(@NotNull @Text(max = 20) String name, Integer count) {}

    record Created(UUID id, String name, String secret) {}

    static final AtomicInteger RUNS = new AtomicInteger();

    private final Idempotency idempotency;
    private final MergePatch patch;
    private final Database database;

    EchoResource(Idempotency idempotency, MergePatch patch, Database database) {
        this.idempotency = idempotency;
        this.patch = patch;
        this.database = database;
    }

    @POST
    @Path("things")
    public Uni<Thing> echo(@Valid Thing thing) {
        return Uni.createFrom().item(thing);
    }

    @POST
    @Path("lists")
    public Uni<Integer> echo(List<@Valid @NotNull Part> parts) {
        return Uni.createFrom().item(parts.size());
    }

    @GET
    @Path("things/{id}")
    public Uni<UUID> one(@PathParam("id") UUID id) {
        return Uni.createFrom().item(id);
    }

    @GET
    @Path("numbers")
    public Uni<Collection<Integer>> numbers(
            @BeanParam PageQuery query, @QueryParam("q") String q, @QueryParam("at") String at, UriInfo uri) {
        var page = query.page();
        Parameters.text("q", q, 20);
        Parameters.instant("at", at);
        int first = page.after() == null ? 1 : Integer.parseInt(page.after()) + 1;
        var rows = IntStream.rangeClosed(first, 120)
                .limit(page.sizePlusOne())
                .boxed()
                .toList();
        return Uni.createFrom().item(Collection.of(uri, page, 120, rows, String::valueOf));
    }

    @GET
    @Path("validated")
    public Uni<String> validated(@QueryParam("name") @Text(max = 3) String name) {
        return Uni.createFrom().item("\"fine\"");
    }

    @GET
    @Path("documents/{version}")
    public Uni<RestResponse<Map<String, Long>>> document(@PathParam("version") long version, HttpHeaders headers) {
        return Uni.createFrom().item(() -> Etags.answer(headers, Etags.strong(version), Map.of("version", version)));
    }

    @PATCH
    @Path("documents/{version}")
    @Consumes({"application/merge-patch+json", "application/json"})
    public Uni<Editable> change(@PathParam("version") long version, HttpHeaders headers, ObjectNode changes) {
        return Uni.createFrom().item(() -> {
            Etags.mustAllowChange(headers, Etags.strong(version));
            return patch.apply(new Editable("before", 7), changes, Editable.class);
        });
    }

    @POST
    @Path("created")
    public Uni<Response> create(@Valid Part part) {
        return idempotency.once(
                part,
                () -> database.rows("select pg_sleep(0.05)").chain(slept -> {
                    RUNS.incrementAndGet();
                    if (part.code().equals("refused")) {
                        return Uni.createFrom().failure(Refusal.invalid("/code", "refused"));
                    }
                    var id = UUID.randomUUID();
                    return Uni.createFrom()
                            .item(Answer.createdWithSecret(
                                    "/v1/test/things/" + id,
                                    new Created(id, part.code(), "secret"),
                                    new Created(id, part.code(), null)));
                }));
    }

    /** Says whether a body of any size is still handled on the event loop, as Hibernate's sessions demand. */
    @PUT
    @Path("large")
    public Uni<Boolean> large(List<String> texts) {
        return Uni.createFrom().item(Context::isOnEventLoopThread);
    }

    @POST
    @Path("empty")
    public Uni<String> empty() {
        return Uni.createFrom().item("\"fine\"");
    }
}
