package io.conserje.local.way;

import io.conserje.local.emulator.Direction;
import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Phone;
import io.conserje.local.emulator.PhoneLine;
import io.conserje.local.site.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** This checkout, running. */
final class Checkout {
    static final Path ROOT = Path.of(System.getProperty("conserje.root"));

    /** A call that a slow machine did not answer is tried again while a test still waits for it. */
    static final Map<String, String> SOON_SURE = Map.of("DoubtSeconds", "20");

    private Checkout() {}

    static Site running(Path data) {
        return Site.start(new Site.Plan(ROOT, data, 0, FaultDial.OFF).with(SOON_SURE), step -> {});
    }

    static Phone phone(Site site) {
        return site.lines().getFirst().emulator().phone();
    }

    /** The phones that write to one business's account on one channel. */
    static Phone phone(Site site, String project, String channel) {
        return line(site, project, channel).emulator().phone();
    }

    static Site.Line line(Site site, String project, String channel) {
        return site.lines().stream()
                .filter(line -> line.account().project().value().equals(project))
                .filter(line -> line.account().ref().channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Returns when nothing is on its way any more. */
    static void settle(Site site) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() ->
                        site.lines().stream()
                                        .allMatch(line ->
                                                line.emulator().awaitQuiet(Duration.ofMillis(50)))
                                && site.cloud().idle());
    }

    /** What the business said to a customer, in order. */
    static List<PhoneLine> replies(Site site, String customer) {
        return replies(site, phone(site), customer);
    }

    private static List<PhoneLine> replies(Site site, Phone phone, String customer) {
        settle(site);
        return phone.transcript(customer).stream()
                .filter(line -> line.direction() == Direction.BUSINESS)
                .toList();
    }

    static List<String> texts(Site site, String customer) {
        return replies(site, customer).stream().map(PhoneLine::text).toList();
    }

    static List<String> texts(Site site, String project, String channel, String customer) {
        return replies(site, phone(site, project, channel), customer).stream()
                .map(PhoneLine::text)
                .toList();
    }
}
