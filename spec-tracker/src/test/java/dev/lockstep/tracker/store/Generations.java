package dev.lockstep.tracker.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A program that updates a folder again and again until it is killed. Every file of one update carries the update's number, and
 * each update brings a page that the one before did not have.
 */
final class Generations {
    private static final int PAGES = 6;
    private static final int PAGE_BYTES = 20_000;

    private Generations() {}

    /** Arguments: the folder, the lock's file. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        int written = StoreLock.holding(Path.of(args[1]), Duration.ofSeconds(60), message -> {}, () -> {
            VendorStore store = new VendorStore(folder);
            store.recover();
            int number = Integer.parseInt(read(folder));
            System.out.println("writing");
            System.out.flush();
            while (number < Integer.MAX_VALUE) {
                number++;
                store.write(files(number), Set.of("pages/only-" + (number - 1) + ".md"));
            }
            return number;
        });
        System.out.println(written);
    }

    /** The files of an update. */
    static SortedMap<String, byte[]> files(int number) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("CHANGELOG.md", bytes(number, 10));
        files.put("client.api", bytes(number, 1000));
        files.put("lock.json", bytes(number, 10));
        files.put("openapi.yaml", bytes(number, PAGE_BYTES));
        files.put("pages/only-" + number + ".md", bytes(number, 10));
        for (int i = 0; i < PAGES; i++) {
            files.put("pages/p" + i + ".md", bytes(number, PAGE_BYTES));
        }
        return files;
    }

    private static byte[] bytes(int number, int length) {
        return (number + "\n" + "x".repeat(length)).getBytes(StandardCharsets.UTF_8);
    }

    /** The number that every file of a folder carries; {@code mixed: …} where they differ, or one is missing or too many. */
    static String read(Path folder) {
        Set<String> numbers = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = folder.relativize(file).toString();
                String text = Files.readString(file);
                String number = text.substring(0, Math.max(0, text.indexOf('\n')));
                names.add(name);
                numbers.add(number);
                if (!number.matches("\\d+") || !text.equals(text(name, number))) {
                    return "mixed: " + name + " is of no update";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String number = numbers.iterator().next();
        if (numbers.size() > 1 || !names.equals(files(Integer.parseInt(number)).keySet())) {
            return "mixed: " + numbers + " in " + names;
        }
        return number;
    }

    private static String text(String name, String number) {
        byte[] bytes = files(Integer.parseInt(number)).get(name);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
