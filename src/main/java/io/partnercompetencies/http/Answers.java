package io.partnercompetencies.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with single resources that have no version of their own: their tag is made from what they say. */
@Singleton
public class Answers {

    /** The extension, on its method, of a call whose pages have a tag too. */
    public static final String TAGGED = "x-tagged";

    private static final int DIGITS = 16;

    private final Fingerprint fingerprint;

    Answers(Fingerprint fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** 200 with a weak tag over the body, or 304. */
    public <T> RestResponse<T> of(HttpHeaders headers, T body) {
        return builder(headers, body).build();
    }

    /** The same for a body that speaks a language. */
    public <T> RestResponse<T> of(HttpHeaders headers, Language language, T body) {
        return builder(headers, body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }

    private <T> RestResponse.ResponseBuilder<T> builder(HttpHeaders headers, T body) {
        var tag = "W/\"" + fingerprint.of(body).substring(0, DIGITS) + "\"";
        return Etags.builder(headers, tag, body);
    }

    /** 200 with a page that speaks a language; the pages of organizations have no tag. */
    public static <T> RestResponse<T> page(Language language, T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .build();
    }
}
