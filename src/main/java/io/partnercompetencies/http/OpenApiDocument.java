package io.partnercompetencies.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/**
 * Completes the document that is generated from the resources, with what is the same for every call and would otherwise
 * stand at each of them: headers, problems, texts and examples. Runs while the application is built, by a class loader
 * that wants it public.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OpenApiDocument implements OASFilter {

    private final IndexView index;

    public OpenApiDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setInfo(OpenApiInfo.info());
        new OpenApiRecords(document, index).add();
        var schemas = new OpenApiSchemas(document);
        schemas.tidy();
        var headers = new OpenApiHeaders(document);
        headers.add();
        new OpenApiProblems(document).add();
        headers.echo();
        schemas.sortUsed();
        new OpenApiTexts(document).add();
        new OpenApiExamples(document).add();
        document.getComponents()
                .addSecurityScheme(
                        "bearer",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("Access token of the OpenID Connect provider, where one is configured; "
                                        + "the built-in accounts are off then"));
        document.setSecurity(Stream.of("basic", "bearer")
                .map(scheme -> OASFactory.createSecurityRequirement().addScheme(scheme))
                .toList());
    }
}
