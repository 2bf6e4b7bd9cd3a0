import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/** Measures runs of javac over generated sources, with the processor of Weft and without. */
final class CompileTime {
  private static final int IN_A_CLASS = 5;
  private static final double BOUND_SECONDS = 1.0;
  private static final double BOUND_MILLIS_A_METHOD = 10;
  private static final int COLD_RUNS = 5;

  /** In one virtual machine, so many before those that count. */
  private static final int WARM_UP = 10;

  private final Path folder = Files.createTempDirectory("weft-compile-time");
  private final String libraries;
  private final String processor;

  private CompileTime(String libraries, String processor) throws IOException {
    this.libraries = libraries;
    this.processor = processor;
  }

  /** One way to run javac. */
  private interface Compiler {
    double seconds(Path sources, String... options) throws Exception;
  }

  /** The seconds of the runs that count. */
  private record Runs(List<Double> without, List<Double> with) {}

  /**
   * Arguments: class path, processor path, number of methods, number of runs of each kind; or
   * {@code table} and several numbers of methods, for lines of results with tabs between.
   */
  public static void main(String[] arguments) throws Exception {
    CompileTime time = new CompileTime(arguments[0], arguments[1]);
    if (arguments[2].equals("table")) {
      for (String methods : Arrays.asList(arguments).subList(3, arguments.length)) {
        time.table(Integer.parseInt(methods));
      }
    } else {
      int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 7;
      int methods = Integer.parseInt(arguments[2]);
      Path sources = time.sources(methods);
      // The first run of each kind reads the JDK from the disk.
      time.report(methods, time.measure(time::cold, sources, 1, runs));
    }
  }

  private void table(int methods) throws Exception {
    Path sources = sources(methods);
    print("cold", methods, measure(this::cold, sources, 1, COLD_RUNS));
    print("warm", methods, measure(this::warm, sources, WARM_UP, COLD_RUNS));
  }

  private static void print(String kind, int methods, Runs runs) {
    String work = "compile " + kind + ", " + methods + (methods == 1 ? " method" : " methods");
    System.out.println(line(work, "without", runs.without()));
    System.out.println(line(work, "with", runs.with()));
  }

  private static String line(String work, String way, List<Double> seconds) {
    double low = Collections.min(seconds);
    double high = Collections.max(seconds);
    return String.format(
        Locale.ROOT, "%s\t%s\t%.3f\t%.3f\t%.3f", work, way, median(seconds), low, high);
  }

  private Path sources(int methods) throws IOException {
    Path sources = folder.resolve("sources" + methods);
    Files.createDirectories(sources);
    for (int i = 0; i * IN_A_CLASS < methods; i++) {
      String source = methods == 1 ? ONE_METHOD : source(i);
      Files.writeString(sources.resolve("Order" + i + ".java"), source);
    }
    return sources;
  }

  private Runs measure(Compiler compiler, Path sources, int before, int runs) throws Exception {
    Runs counted = new Runs(new ArrayList<>(), new ArrayList<>());
    for (int run = -before; run < runs; run++) {
      double plain = compiler.seconds(sources, "-proc:none");
      double processed = compiler.seconds(sources, "-processorpath", processor);
      if (run >= 0) {
        counted.without().add(plain);
        counted.with().add(processed);
      }
    }
    return counted;
  }

  private void report(int methods, Runs runs) {
    double plain = median(runs.without());
    double processed = median(runs.with());
    double added = processed - plain;
    double bound = BOUND_SECONDS + BOUND_MILLIS_A_METHOD * methods / 1000;
    System.out.printf(
        Locale.ROOT,
        "JDK %s, %d @Comp methods in %d classes, medians of %d cold runs%n",
        Runtime.version(),
        methods,
        methods / IN_A_CLASS,
        runs.with().size());
    System.out.printf(Locale.ROOT, "without the processor %6.2f s%n", plain);
    System.out.printf(
        Locale.ROOT, "with the processor    %6.2f s   ratio %.2f%n", processed, processed / plain);
    System.out.printf(
        Locale.ROOT,
        "added                 %6.2f s   %.1f ms a method   bound %.2f s: %s%n",
        added,
        added * 1000 / methods,
        bound,
        added <= bound ? "kept" : "MISSED");
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** The seconds that a new virtual machine takes to compile all sources. */
  private double cold(Path sources, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(arguments(sources, options));
    long start = System.nanoTime();
    Process javac = new ProcessBuilder(command).inheritIO().start();
    if (javac.waitFor() != 0) {
      throw new IllegalStateException("javac failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /** The seconds that this virtual machine takes. The processor's classes are loaded each time. */
  private double warm(Path sources, String... options) throws Exception {
    String[] arguments = arguments(sources, options).toArray(String[]::new);
    long start = System.nanoTime();
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
      throw new IllegalStateException("javac failed");
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private List<String> arguments(Path sources, String... options) throws IOException {
    Path output = Files.createTempDirectory(folder, "classes");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-d", output.toString(), "-classpath", libraries));
    arguments.addAll(Arrays.asList(options));
    for (File source : sources.toFile().listFiles()) {
      arguments.add(source.toString());
    }
    return arguments;
  }

  private static final String CONTACT =
      """
        @Comp
        static String contact() {
          String name = Yield.yield("name");
          String mail = Yield.yield("mail");
          while (!mail.contains("@")) {
            mail = Yield.yield("mail again");
          }
          return name + " <" + mail + ">";
        }
      """;

  private static final String ONE_METHOD =
      """
      package shop;

      import dev.weft.Yield;
      import dev.weft.annotations.Comp;

      class Order0 {
      &}
      """
          .replace("&", CONTACT);

  /** A class with computations such as people write: short ones, a loop, a try, calls. */
  private static String source(int number) {
    return """
        package shop;

        import dev.weft.Yield;
        import dev.weft.annotations.Comp;
        import java.util.ArrayList;
        import java.util.List;
        import java.util.Map;
        import java.util.Optional;

        class Order% {
          record Line(String article, int count, long cents) {}

          private final List<Line> lines = new ArrayList<>();
          private final List<String> log = new ArrayList<>();
          private int attempts;

        &
          @Comp
          void fill(Map<String, Long> prices) {
            for (;;) {
              String article = Yield.yield("article");
              if (article.isEmpty()) {
                break;
              }
              Long cents = prices.get(article);
              if (cents == null) {
                Yield.yield("no " + article);
                continue;
              }
              int count = Yield.<Integer>yield("how many " + article);
              lines.add(new Line(article, count, cents));
            }
            log.add(lines.size() + " lines");
          }

          @Comp
          Optional<String> pay(long limit) throws Exception {
            long sum = lines.stream().mapToLong(l -> l.count() * l.cents()).sum();
            attempts = 0;
            try {
              while (attempts < 3) {
                String card = Yield.yield("card for " + sum);
                try {
                  attempts++;
                  if (sum > limit) {
                    throw new IllegalStateException("over the limit");
                  }
                  return Optional.of(card);
                } catch (IllegalStateException e) {
                  log.add(e.getMessage());
                  limit += Yield.<Long>yield(e.getMessage());
                }
              }
              return Optional.empty();
            } finally {
              log.add("paid after " + attempts);
            }
          }

          @Comp
          int vote(List<String> questions) {
            int yes = 0;
            for (String question : questions) {
              switch (Yield.<String>yield(question)) {
                case "yes" -> yes++;
                case "no" -> log.add("no to " + question);
                default -> yes += Yield.<Boolean>yield("sure?") ? 1 : 0;
              }
            }
            return yes;
          }

          @Comp
          String checkout(Map<String, Long> prices) throws Exception {
            String who = contact();
            fill(prices);
            Optional<String> card = pay(1000);
            int yes = vote(List.of("gift?", "news?"));
            log.add(who + " " + yes);
            return card.map(c -> who + " pays by " + c).orElse(who + " does not pay");
          }
        }
        """
        .replace("%", Integer.toString(number))
        .replace("&", CONTACT);
  }
}
