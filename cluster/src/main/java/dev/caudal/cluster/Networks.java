package dev.caudal.cluster;

import dev.caudal.local.LocalDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The networks of a platform: one that is always there, with a subnet in each of three zones, and those that were made,
 * {@code DATA/networks/ID.json}. A platform that runs sees a new one at once. Any thread and any process may call it.
 */
public final class Networks {
    private static final Pattern NAME = Pattern.compile("vpc-[0-9a-f]{8}");
    private static final Pattern ZONE = Pattern.compile("[a-z0-9-]{1,32}[a-z]");
    private static final int ID = 8;

    private final Path folder;
    private final JsonFolder<Vpc> files;
    private final String region;

    /**
     * The networks of a folder.
     *
     * @param folder the platform's folder
     * @param region whose zones they are in
     */
    public Networks(LocalDirectory folder, String region) {
        this.folder = folder.data("networks");
        this.files = new JsonFolder<>(this.folder, NAME, Vpc.class);
        this.region = region;
    }

    /**
     * All networks.
     *
     * @return the one that is always there first
     */
    public List<Vpc> all() {
        return Stream.concat(Stream.of(usual()), files.all().stream()).toList();
    }

    /**
     * Makes a network without subnets.
     *
     * @return the network
     */
    public Vpc create() {
        return locked(() -> write(new Vpc("vpc-" + random(), List.of())));
    }

    /**
     * Adds a subnet.
     *
     * @param network the id of a network that was made
     * @param zone the zone, for example {@code us-east-1d}
     * @return the subnet
     * @throws NoSuchElementException when there is no such network
     * @throws IllegalArgumentException when it is no zone of the region
     */
    public Subnet add(String network, String zone) {
        if (!ZONE.matcher(zone).matches() || !zone.startsWith(region) || zone.length() != region.length() + 1) {
            throw new IllegalArgumentException(
                    "The zone %s is none of %s: those are %sa, %sb and so on.".formatted(zone, region, region, region));
        }
        var subnet = new Subnet("subnet-" + random(), zone);
        return locked(() -> {
            var old = all().stream()
                    .skip(1)
                    .filter(each -> each.id().equals(network))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchElementException(
                            "There is no network %s that was made by 'caudal network create'.".formatted(network)));
            var subnets = new ArrayList<>(old.subnets());
            subnets.add(subnet);
            write(new Vpc(old.id(), subnets));
            return subnet;
        });
    }

    /** The network that has a subnet. */
    Optional<Vpc> of(String subnet) {
        return all().stream()
                .filter(each -> each.subnets().stream().anyMatch(one -> one.id().equals(subnet)))
                .findFirst();
    }

    private Vpc usual() {
        return new Vpc(
                "vpc-default",
                List.of(
                        new Subnet("subnet-a", region + "a"),
                        new Subnet("subnet-b", region + "b"),
                        new Subnet("subnet-c", region + "c")));
    }

    private Vpc write(Vpc network) {
        return files.write(network.id(), network);
    }

    /** Two commands at the same time must not undo each other. */
    private <T> T locked(Supplier<T> work) {
        synchronized (Networks.class) {
            try (var channel = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock is gone");
                }
                return work.get();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot change the networks in %s.".formatted(folder), e);
            }
        }
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(0, ID);
    }
}
