package io.partnercompetencies.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.partnercompetencies.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

/** Forgets a person in the answers that are kept for Idempotency-Keys. */
@Singleton
public class KeptAnswers {

    /** The person's own calls cannot be repeated any more: the login is gone. */
    private static final String OWN = "delete from idempotency where starts_with(scope, $1)";

    /**
     * What others created stays created: a repeated call finds that it was made, and where, but not any more what it
     * said. There is no index over texts; a day's answers are looked through.
     */
    private static final String ABOUT = """
            update idempotency set body = null
            where body is not null
              and exists (select from unnest($1::text[]) as named(name) where strpos(lower(body), lower(named.name)) > 0)""";

    private final Database database;

    KeptAnswers(Database database) {
        this.database = database;
    }

    /** @param accounts the addresses of the person's accounts */
    public Uni<Void> forget(String userName, UUID userId, Collection<String> accounts) {
        var names = Stream.concat(Stream.of(userId.toString()), accounts.stream())
                .map(name -> new String(JsonStringEncoder.getInstance().quoteAsString(name)))
                .toArray(String[]::new);
        return database.change(OWN, userName + " ")
                .chain(() -> database.change(ABOUT, (Object) names))
                .replaceWithVoid();
    }
}
