package io.partnercompetencies.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/** What the Java types say of bodies and the scanner does not read. Schemas still have the names of their types here. */
final class OpenApiRecords {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final OpenAPI document;
    private final IndexView index;

    OpenApiRecords(OpenAPI document, IndexView index) {
        this.document = document;
        this.index = index;
    }

    void add() {
        eachMember(
                Text.class,
                (annotation, member) -> member.schema()
                        .minLength(1)
                        .maxLength(annotation.valueWithDefault(index, "max").asInt()));
        eachMember(
                EmailAddress.class,
                (annotation, member) -> member.schema().format("email").maxLength(EmailAddressValidator.LONGEST));
        eachMember(NotNull.class, (annotation, member) -> member.require());
        index.getAnnotations(JsonUnwrapped.class).forEach(this::order);
        var dispensable = dispensable();
        OpenApiCall.of(document).stream()
                .filter(OpenApiCall::hasBody)
                .map(OpenApiCall::operation)
                .forEach(operation -> {
                    if (dispensable.contains(operation.getOperationId())) {
                        dispense(operation);
                    } else {
                        operation.getRequestBody().setRequired(true);
                    }
                });
    }

    /** A body that has no members either is not worth a word. */
    private void dispense(Operation operation) {
        boolean isEmpty = operation.getRequestBody().getContent().getMediaTypes().values().stream()
                .map(media -> OpenApiSchemas.name(media.getSchema().getRef()))
                .map(document.getComponents().getSchemas()::get)
                .allMatch(schema -> schema.getProperties() == null);
        if (isEmpty) {
            operation.setRequestBody(null);
        } else {
            operation.getRequestBody().setRequired(false);
        }
    }

    private record Member(Schema owner, String name) {

        Schema schema() {
            return owner.getProperties().get(name);
        }

        /** The scanner overlooks a member that has a schema of its own. */
        void require() {
            if (owner.getRequired() == null || !owner.getRequired().contains(name)) {
                owner.addRequired(name);
            }
        }
    }

    private void eachMember(Class<?> annotation, BiConsumer<AnnotationInstance, Member> action) {
        index.getAnnotations(annotation).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.FIELD)
                .forEach(found -> member(found.target().asField()).ifPresent(member -> action.accept(found, member)));
    }

    private Optional<Member> member(FieldInfo field) {
        return schema(field.declaringClass())
                .map(owner -> new Member(owner, field.name()))
                .filter(member -> member.owner().getProperties() != null && member.schema() != null);
    }

    private Optional<Schema> schema(ClassInfo type) {
        var named = type.declaredAnnotation(SCHEMA);
        var name = named == null || named.value("name") == null
                ? type.simpleName()
                : named.value("name").asString();
        return Optional.ofNullable(document.getComponents().getSchemas().get(name));
    }

    /** What stands unwrapped comes first and in its own order; the scanner has none. */
    private void order(AnnotationInstance unwrapped) {
        if (unwrapped.target().kind() == AnnotationTarget.Kind.FIELD) {
            var field = unwrapped.target().asField();
            schema(field.declaringClass())
                    .ifPresent(
                            outside -> schema(index.getClassByName(field.type().name()))
                                    .ifPresent(inside -> order(
                                            outside, inside.getProperties().keySet())));
        }
    }

    private static void order(Schema schema, Set<String> first) {
        var unordered = schema.getProperties();
        var ordered = new LinkedHashMap<String, Schema>();
        first.forEach(name -> ordered.put(name, unordered.get(name)));
        unordered.forEach(ordered::putIfAbsent);
        schema.setProperties(ordered);
    }

    /** The ids of the operations that can do without their body. */
    private Set<String> dispensable() {
        return index.getAnnotations(MayBeAbsent.class).stream()
                .map(absent -> absent.target().asMethodParameter().method())
                .map(method -> method.annotation(OPERATION).value("operationId").asString())
                .collect(Collectors.toSet());
    }
}
