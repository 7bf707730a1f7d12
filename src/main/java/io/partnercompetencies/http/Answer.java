package io.partnercompetencies.http;

import jakarta.ws.rs.core.Response;

/**
 * The answer of a call that creates.
 *
 * @param location the address of what was created, or null
 * @param bodyToKeep what a replay of the call answers: the body without its secrets
 */
public record Answer(int status, String location, Object body, Object bodyToKeep) {

    public Answer {
        if (status / 100 != 2) {
            throw new IllegalArgumentException("Only an answer that created or found something may be kept");
        }
    }

    public static Answer created(String location, Object body) {
        return new Answer(201, location, body, body);
    }

    /** Created, with secrets that no replay shows again. */
    public static Answer createdWithSecret(String location, Object body, Object bodyToKeep) {
        return new Answer(201, location, body, bodyToKeep);
    }

    /** Changed, with secrets that no replay shows again. */
    public static Answer changedWithSecret(Object body, Object bodyToKeep) {
        return new Answer(200, null, body, bodyToKeep);
    }

    /** Nothing new: what was asked for is there already. */
    public static Answer existing(Object body) {
        return new Answer(200, null, body, body);
    }

    /** Begun, and to be followed at the location. */
    public static Answer accepted(String location, Object body) {
        return new Answer(202, location, body, body);
    }

    Response response() {
        return builder().build();
    }

    Response.ResponseBuilder builder() {
        var response = Response.status(status).entity(body);
        return location == null ? response : response.header("Location", location);
    }
}
