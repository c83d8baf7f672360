package dev.lockstep.it.faults;

import static dev.lockstep.it.faults.Expected.fails;
import static dev.lockstep.it.faults.Expected.failsThrice;
import static dev.lockstep.it.faults.Expected.repeated;
import static dev.lockstep.it.faults.Expected.success;
import static dev.lockstep.it.faults.Fault.fault;

import dev.lockstep.client.ApiConnectionException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import mockwebserver3.MockResponse;

/** Faults before the request's first byte: the vendor has seen nothing. */
final class PreSendFaults {
    static final List<Fault> ROWS = List.of(
            fault(
                    "dns",
                    PreSendFaults::dns,
                    repeated(100, "DNS UnknownHostException").requests(1)),
            fault(
                    "refused",
                    world -> world.configure("base-url", "http://127.0.0.1:" + Ports.closed()),
                    failsThrice(ApiConnectionException.class, "CONNECT ConnectException")
                            .requests(0)),
            fault(
                    "connect timeout",
                    PreSendFaults::connectTimeout,
                    failsThrice(dev.lockstep.client.ApiTimeoutException.class, "CONNECT SocketTimeoutException")
                            .requests(0)),
            fault("first route refused", PreSendFaults::firstRouteRefused, success()),
            fault(
                    "TLS untrusted",
                    Tls::untrusted,
                    fails(ApiConnectionException.class, "TLS SSLHandshakeException")
                            .requests(0)),
            fault(
                    "TLS wrong host",
                    Tls::anotherHosts,
                    fails(ApiConnectionException.class, "TLS SSLPeerUnverifiedException")
                            .requests(0)),
            fault(
                    "TLS handshake abort",
                    PreSendFaults::abort,
                    repeated(100, "TLS SSL\\w*Exception").requests(1)),
            fault(
                    "proxy 407",
                    PreSendFaults::proxyRefuses,
                    fails(ApiConnectionException.class, "CONNECT IOException")));

    private PreSendFaults() {}

    private static void dns(World world) {
        AtomicBoolean failed = new AtomicBoolean();
        named(world);
        world.http().dns(host -> {
            if (failed.compareAndSet(false, true)) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        });
    }

    private static void connectTimeout(World world) {
        world.http().connectTimeout(150, TimeUnit.MILLISECONDS);
        world.configure("base-url", "http://127.0.0.1:" + Ports.full());
    }

    private static void firstRouteRefused(World world) throws Exception {
        List<InetAddress> addresses =
                List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 9}), InetAddress.getLoopbackAddress());
        named(world);
        world.http().dns(host -> addresses);
    }

    private static void abort(World world) {
        Tls.trusted(world);
        world.answer(new MockResponse.Builder().failHandshake());
    }

    private static void proxyRefuses(World world) throws Exception {
        world.server.start();
        world.http().proxy(world.server.getProxyAddress());
        world.address("https://vendor.test");
        world.configure("allow-host", "vendor.test");
        world.answer(
                new MockResponse.Builder().inTunnel().code(407).addHeader("Proxy-Authenticate", "Basic realm=\"a\""));
    }

    /** A host that needs to be looked up. */
    private static void named(World world) {
        world.address("http://vendor.test");
        world.configure("allow-http", "vendor.test");
    }
}
