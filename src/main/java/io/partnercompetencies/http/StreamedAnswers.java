package io.partnercompetencies.http;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.WARN;

import io.partnercompetencies.problem.Code;
import io.partnercompetencies.problem.Refusal;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Answers that are written while they are read. Whoever has got the beginning gets the end, too, or a connection that
 * breaks: never what looks complete and is not. Whoever stops reading is not waited for, because behind the answer
 * something waits, too, such as a connection to the database.
 */
@Singleton
public class StreamedAnswers {

    private static final Logger LOG = Logger.getLogger(StreamedAnswers.class);

    private final CurrentVertxRequest request;
    private final int most;
    private final Duration patience;
    private final Duration longest;
    private final AtomicInteger running = new AtomicInteger();

    StreamedAnswers(
            CurrentVertxRequest request,
            @ConfigProperty(name = "competencies.streams.most") int most,
            @ConfigProperty(name = "competencies.streams.patience") Duration patience,
            @ConfigProperty(name = "competencies.streams.longest") Duration longest) {
        this.request = request;
        this.most = most;
        this.patience = patience;
        this.longest = longest;
    }

    /**
     * The form that the caller likes best, the first where that makes no difference; parameters of media types are no
     * reason to refuse. What follows depends on the form, errors included.
     */
    public MediaType form(HttpHeaders asked, List<MediaType> forms) {
        request.getCurrent().response().putHeader(HttpHeaders.VARY, "Accept, Accept-Language, Authorization");
        var ranges = asked.getAcceptableMediaTypes();
        return ranges.stream()
                .filter(range -> !isRefusal(range))
                .flatMap(range -> forms.stream().filter(range::isCompatible))
                .filter(form -> ranges.stream()
                        .noneMatch(range -> isRefusal(range) && !range.isWildcardSubtype() && range.isCompatible(form)))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    private static boolean isRefusal(MediaType range) {
        var quality = range.getParameters().get("q");
        return quality != null && quality.matches("0(\\.0*)?");
    }

    /**
     * Writes the running call's answer, to be returned by its resource. Before the first piece a failure is answered as
     * always.
     *
     * @param headers what the answer carries besides what every answer does
     * @param writing writes the pieces, one after the other
     */
    public Uni<Void> answer(Map<String, String> headers, Function<Pieces, Uni<Void>> writing) {
        return Uni.createFrom().deferred(() -> {
            if (running.incrementAndGet() > most) {
                running.decrementAndGet();
                throw new Refusal(Code.OVERLOADED, "Too many reports are being written at the moment. Try again soon.");
            }
            return written(new Pieces(request.getCurrent(), headers, patience, longest), writing)
                    .onTermination()
                    .invoke(running::decrementAndGet);
        });
    }

    private static Uni<Void> written(Pieces pieces, Function<Pieces, Uni<Void>> writing) {
        return Uni.createFrom()
                .deferred(() -> writing.apply(pieces))
                .chain(pieces::end)
                .onFailure(failure -> pieces.isBegun())
                .recoverWithUni(failure -> {
                    LOG.logf(pieces.isHungUp() ? DEBUG : WARN, "An answer was broken off: %s", failure);
                    pieces.breakOff();
                    return Uni.createFrom().voidItem();
                });
    }
}
