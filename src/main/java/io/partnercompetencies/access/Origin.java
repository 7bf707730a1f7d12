package io.partnercompetencies.access;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, as one number: of IPv6 the first half, for one sender has all of the second. Behind a
 * proxy that is the proxy, unless quarkus.http.proxy.* says which of its headers to believe.
 */
final class Origin {

    private static final int HALF = 8;

    private Origin() {}

    static String of(HttpServerRequest request) {
        var address = request.remoteAddress();
        return address == null ? "" : of(address.hostAddress() == null ? address.host() : address.hostAddress());
    }

    static String of(String address) {
        var bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null
                ? String.valueOf(address)
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, HALF)));
    }
}
