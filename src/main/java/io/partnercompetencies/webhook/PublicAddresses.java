package io.partnercompetencies.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are somebody's on the internet, by the registries of special-purpose addresses (RFC 6890): never a
 * private network, this machine, a link, or what clouds tell their own machines.
 */
final class PublicAddresses {

    private static final List<Subnet> NOT_PUBLIC_V4 = subnets(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All that IPv6 has given out; addresses with an IPv4 one inside lie outside, or are named below. */
    private static final List<Subnet> GIVEN_OUT_V6 = subnets("2000::/3");

    private static final List<Subnet> NOT_PUBLIC_V6 = subnets("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        return address instanceof Inet4Address
                ? !isIn(NOT_PUBLIC_V4, address)
                : isIn(GIVEN_OUT_V6, address) && !isIn(NOT_PUBLIC_V6, address);
    }

    private static boolean isIn(List<Subnet> subnets, InetAddress address) {
        return subnets.stream().anyMatch(subnet -> subnet.contains(address));
    }

    private static List<Subnet> subnets(String... written) {
        return Stream.of(written).map(Subnet::of).toList();
    }
}
