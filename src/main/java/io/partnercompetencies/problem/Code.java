package io.partnercompetencies.problem;

/** The stable code of a problem answer: one meaning and one HTTP status each, never renamed. */
public enum Code {
    MALFORMED(400, "The request cannot be read"),
    INVALID_PARAMETER(400, "A parameter has a value that is not possible"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not allowed"),
    PASSWORD_CHANGE_REQUIRED(403, "The temporary password must be changed first"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    DUPLICATE_ORGANIZATION(409, "The organization exists already"),
    DUPLICATE_LOCATION(409, "The location exists already"),
    DUPLICATE_USER(409, "The user exists already"),
    USER_LEFT(409, "The user has left"),
    ALREADY_ASSOCIATED(409, "Another account is associated already"),
    ASSOCIATION_LIMITED(409, "Too many associations in this period"),
    ACHIEVEMENT_REVOKED(409, "The achievement has been revoked"),
    ORGANIZATION_MERGED(409, "The organization is part of another one"),
    MERGE_RUNNING(409, "A merge is running"),
    NOT_ELIGIBLE(409, "Not eligible"),
    ALREADY_SUBSCRIBED(409, "Subscribed already"),
    RENEWAL_WINDOW_CLOSED(409, "The renewal window is closed"),
    PASSWORDS_KEPT_ELSEWHERE(409, "Passwords are kept by the identity provider"),
    RENEWAL_LEVEL_NOT_MET(409, "The level is not met"),
    ETAG_MISMATCH(412, "Changed in the meantime"),
    TOO_LARGE(413, "Too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INVALID(422, "The request breaks a rule"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    TYPE_MISMATCH(422, "The credential is of another type"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "An error on our side"),
    OVERLOADED(503, "Overloaded"),
    DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
    IDENTITY_PROVIDER_UNAVAILABLE(503, "The identity provider cannot be reached");

    private final int status;
    private final String title;

    Code(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The code as clients read it, in kebab-case. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
