package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.MemoryCompiler.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes random classes, compiles them with the processor, and runs each method both ways.
 *
 * <p>{@code Fuzz [seed] [seconds] [findings file]}; a seed of one class is run with 0 seconds.
 */
public final class Fuzz {
  private static final int METHODS = 50;
  private static final String MARK = "==== ";

  private final Checker checker;
  private final Set<String> known = new HashSet<>();
  private final List<String> reports = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, Integer> complaints = new TreeMap<>();
  private final Path findings;
  private final int shrinkSeconds;
  private int programs;
  private int classes;

  Fuzz(Path findings, int shrinkSeconds, List<String> processorOptions) {
    this.checker = new Checker(processorOptions);
    this.findings = findings;
    this.shrinkSeconds = shrinkSeconds;
    if (findings != null && Files.exists(findings)) {
      try (var lines = Files.lines(findings)) {
        lines.filter(l -> l.startsWith(MARK)).forEach(l -> known.add(l.substring(MARK.length())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : System.nanoTime();
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
    Path findings = arguments.length > 2 ? Path.of(arguments[2]) : null;
    List<String> options =
        Stream.ofNullable(System.getProperty("weft.fuzz.methodSize"))
            .map(s -> "-Aweft.methodSize=" + s)
            .toList();
    Fuzz fuzz = new Fuzz(findings, Integer.getInteger("weft.fuzz.shrink", 60), options);
    fuzz.run(seed, seconds);
    System.exit(fuzz.failures().isEmpty() ? 0 : 1);
  }

  /** Runs classes of successive seeds. */
  void run(long seed, int seconds) {
    long start = System.nanoTime();
    int before = programs;
    long next = seed;
    int shown = 0;
    do {
      classOf(next++);
      int minutes = (int) ((System.nanoTime() - start) / 60_000_000_000L);
      if (minutes > shown) {
        shown = minutes;
        System.out.println(summary(start, before));
      }
    } while (System.nanoTime() - start < seconds * 1_000_000_000L);
    System.out.println("last seed " + (next - 1) + ", " + summary(start, before));
  }

  /** What was found, but what Weft says itself that it can't do. */
  List<String> failures() {
    return reports.stream().filter(r -> !r.startsWith(MARK + Defect.Kind.REFUSAL)).toList();
  }

  private String summary(long start, int before) {
    double minutes = (System.nanoTime() - start) / 60e9;
    return String.format(
        "%d programs in %d classes, %d of them suspending, %d runs both ways, %.0f programs a minute;"
            + " findings: %s; not accepted by javac as made: %s",
        programs,
        classes,
        checker.suspending(),
        checker.runs(),
        (programs - before) / minutes,
        counts,
        complaints);
  }

  private void classOf(long seed) {
    classes++;
    boolean asserts = seed % 2 == 0;
    Program program = Program.of(seed, METHODS);
    for (int tries = 0; tries < 12; tries++) {
      Result result = checker.compile(program);
      if (!checker.isAccepted(result)) {
        Program valid = valid(program);
        if (valid != program) {
          program = valid;
          continue;
        }
      }
      List<Defect> defects = new ArrayList<>(checker.compileDefects(program, result));
      Program next = program;
      if (result.succeeded()) {
        Map<String, String> unverified =
            new Subject(program, result.classes(), asserts).unverified();
        List<String> original = checker.methodsOfOriginal(unverified);
        // What javac does wrong with the original is no defect of ours.
        next = without(next, original);
        if (original.isEmpty()) {
          defects.addAll(checker.verifyDefects(unverified));
        }
      }
      Set<String> keys = new HashSet<>();
      for (Defect defect : defects) {
        if (keys.add(defect.kind() + defect.key())) {
          report(program, defect, seed, asserts);
        }
        if (defect.kind() != Defect.Kind.WARNING && !defect.method().isEmpty()) {
          next = without(next, List.of(defect.method()));
        }
      }
      if (next == program) {
        if (result.succeeded()) {
          runAll(program, result, seed, asserts);
        } else {
          count("classes given up");
        }
        return;
      }
      program = next;
    }
    count("classes given up");
  }

  private static Program without(Program program, List<String> methods) {
    Program left = program;
    for (String method : methods) {
      left = left.without(method);
    }
    return left;
  }

  private void runAll(Program program, Result result, long seed, boolean asserts) {
    Subject subject = new Subject(program, result.classes(), asserts);
    if (!subject.isWhole()) {
      count("classes of which javac made only a part");
      return;
    }
    int differences = 0;
    for (Plan.Method method : program.plan().methods()) {
      // Private methods have no factory: they run where others call them.
      if (program.isStub(method.name()) || method.isPrivate()) {
        continue;
      }
      programs++;
      var defect = checker.run(subject, method, seed);
      if (defect.isPresent() && differences++ < 3) {
        report(program, defect.get(), seed, asserts);
      }
    }
  }

  /** Takes out what javac does not accept. */
  private Program valid(Program program) {
    Program valid = program;
    for (int tries = 0; tries < 8; tries++) {
      Map<String, String> invalid = checker.invalid(valid);
      if (invalid.isEmpty()) {
        return valid;
      }
      for (Map.Entry<String, String> each : invalid.entrySet()) {
        String reason = each.getValue();
        complaints.merge(reason.substring(0, reason.indexOf("   ")), 1, Integer::sum);
        if (Boolean.getBoolean("weft.fuzz.complaints")) {
          System.out.println(reason);
          String m = each.getKey();
          System.out.println(valid.source().of(m));
        }
        valid = valid.without(each.getKey());
      }
    }
    throw new IllegalStateException("javac accepts nothing");
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static String tags(Program program) {
    TreeSet<String> tags = new TreeSet<>();
    program.plan().methods().forEach(m -> program.body(m.name()).tags(tags));
    return tags.toString();
  }

  private void report(Program program, Defect defect, long seed, boolean asserts) {
    count(defect.kind() + (defect.kind() == Defect.Kind.REFUSAL ? " " + defect.key() : ""));
    boolean isKeyed = !defect.key().isEmpty();
    if (isKeyed && !known.add(defect.kind() + " " + defect.key())) {
      return;
    }
    Shrinker shrinker = new Shrinker(checker, program, defect, seed, asserts, shrinkSeconds);
    shrinker.run();
    String key = isKeyed ? defect.key() : tags(shrinker.program());
    if (!isKeyed && !known.add(defect.kind() + " " + key)) {
      return;
    }
    String text =
        MARK
            + defect.kind()
            + " "
            + key
            + "\nseed "
            + seed
            + ", method "
            + defect.method()
            + (asserts ? ", with -ea" : "")
            + "\n"
            + shrinker.defect().details()
            + "\n---- shrunk program\n"
            + shrinker.program().excerpt()
            + "\n";
    reports.add(text);
    System.out.println(text);
    if (findings != null) {
      try {
        Files.writeString(findings, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
