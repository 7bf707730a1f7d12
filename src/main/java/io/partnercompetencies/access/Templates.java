package io.partnercompetencies.access;

import io.partnercompetencies.http.Addresses;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** The path of a resource method as its annotations declare it, whatever the request's own path looks like. */
final class Templates {

    private static final ConcurrentHashMap<List<Object>, String> KNOWN = new ConcurrentHashMap<>();

    private Templates() {}

    static String of(SimpleResourceInfo resource) {
        var key = List.<Object>of(
                resource.getResourceClass(), resource.getMethodName(), List.of(resource.parameterTypes()));
        return KNOWN.computeIfAbsent(key, unseen -> read(resource));
    }

    private static String read(SimpleResourceInfo resource) {
        try {
            Method method =
                    resource.getResourceClass().getDeclaredMethod(resource.getMethodName(), resource.parameterTypes());
            return Addresses.of(resource.getResourceClass(), method);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("No such resource method: " + resource.getMethodName(), e);
        }
    }
}
