package dev.weft.conformance.fuzz;

import dev.weft.conformance.fuzz.Defect.Kind;
import dev.weft.conformance.fuzz.MemoryCompiler.Message;
import dev.weft.conformance.fuzz.MemoryCompiler.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles programs and runs them both ways. */
final class Checker {
  private static final Pattern STEPPER = Pattern.compile("_(m\\d+)_Stepper");
  private static final Pattern TAG = Pattern.compile("\\[weft:([a-z-]+)]");
  private static final Pattern VERIFIED = Pattern.compile("/P(?:\\$\\w+)*\\.(?:lambda\\$)?(m\\d+)");

  /** Where Weft's own run of javac dies of what javac dies of anyway. */
  private static final String ANALYSIS = "JavacTaskImpl.analyze";

  private static final int PATIENCE_SECONDS = 20;

  private final MemoryCompiler compiler;
  private int runs;
  private int suspending;

  /** How many times a method was run both ways. */
  int runs() {
    return runs;
  }

  /** How many methods suspended in one of their runs. */
  int suspending() {
    return suspending;
  }

  Checker(List<String> processorOptions) {
    compiler = new MemoryCompiler(processorOptions);
  }

  /** Methods that javac does not accept, with or without us, and why. */
  Map<String, String> invalid(Program program) {
    Source source = program.source();
    Result result = compiler.compile(program.sources(), false);
    Map<String, String> methods = new TreeMap<>();
    for (Message message : result.messages()) {
      if (message.isError()) {
        String line =
            source.toString().lines().skip(Math.max(0, message.line() - 1)).findFirst().orElse("");
        source
            .methodAt(message.line())
            .ifPresent(
                m ->
                    methods.putIfAbsent(
                        m, simplified(message.text()) + "   " + message.line() + line));
      }
    }
    if (!result.succeeded() && methods.isEmpty()) {
      String reason = result.crash().isEmpty() ? "javac names no line" : "javac itself crashed";
      failing(program, false).forEach(m -> methods.put(m, reason + "   "));
    }
    if (!result.succeeded() && methods.isEmpty()) {
      own(program).forEach(m -> methods.put(m, "javac fails only at the class as a whole   "));
    }
    return methods;
  }

  private static List<String> own(Program program) {
    return program.plan().methods().stream()
        .map(Plan.Method::name)
        .filter(m -> !program.isStub(m))
        .toList();
  }

  /** The methods that javac dies of, or does not accept without saying where. */
  List<String> failing(Program program, boolean withProcessor) {
    List<String> found = new ArrayList<>();
    failing(program, own(program), withProcessor, found);
    return found;
  }

  private void failing(
      Program program, List<String> names, boolean withProcessor, List<String> found) {
    Program some = program;
    for (Plan.Method method : program.plan().methods()) {
      if (!names.contains(method.name())) {
        some = some.without(method.name());
      }
    }
    if (compiler.compile(some.sources(), withProcessor).succeeded()) {
      return;
    }
    if (names.size() == 1) {
      found.addAll(names);
      return;
    }
    failing(program, names.subList(0, names.size() / 2), withProcessor, found);
    failing(program, names.subList(names.size() / 2, names.size()), withProcessor, found);
  }

  Result compile(Program program) {
    return compiler.compile(program.sources(), true);
  }

  /** Whether there was nothing to find fault with in the program itself. */
  boolean isAccepted(Result result) {
    return result.crash().isEmpty()
        && result.messages().stream().noneMatch(m -> m.isError() && isUsers(m) && !isOurs(m))
        && result.messages().stream().noneMatch(m -> m.text().contains(ANALYSIS));
  }

  /** What is wrong with how a program was compiled. */
  List<Defect> compileDefects(Program program, Result result) {
    List<Defect> defects = new ArrayList<>();
    Source source = program.source();
    if (!result.crash().isEmpty()) {
      List<String> methods = failing(program, true);
      String method = methods.isEmpty() ? "" : methods.get(0);
      defects.add(new Defect(Kind.JAVAC, method, died(result.crash()), result.crash()));
    }
    boolean isUsers =
        result.messages().stream().anyMatch(m -> m.isError() && isUsers(m) && !isOurs(m));
    for (Message message : result.messages()) {
      // What javac says of generated code is a consequence then.
      if (!isUsers || isUsers(message)) {
        defect(message, source, result).ifPresent(defects::add);
      }
    }
    return defects;
  }

  /** Steppers that the JVM does not accept. */
  List<Defect> verifyDefects(Map<String, String> unverified) {
    List<Defect> defects = new ArrayList<>();
    unverified.forEach(
        (name, why) -> {
          Matcher stepper = STEPPER.matcher(name);
          if (stepper.find()) {
            defects.add(new Defect(Kind.UNVERIFIED, stepper.group(1), simplified(why), why));
          }
        });
    return defects;
  }

  /** Methods of the original class that the JVM does not accept. */
  List<String> methodsOfOriginal(Map<String, String> unverified) {
    List<String> methods = new ArrayList<>();
    List<String> steppers = new ArrayList<>();
    boolean[] isNameless = {false};
    unverified.forEach(
        (name, why) -> {
          Matcher method = VERIFIED.matcher(why);
          Matcher stepper = STEPPER.matcher(name);
          if (stepper.find()) {
            steppers.add(stepper.group(1));
          } else if (method.find()) {
            methods.add(method.group(1));
          } else {
            isNameless[0] = true;
          }
        });
    // A class in a method does not say which method; its copy in the stepper does.
    methods.addAll(isNameless[0] ? steppers : List.of());
    return methods;
  }

  private static boolean isUsers(Message message) {
    return message.file().endsWith("/P.java") || message.file().isEmpty();
  }

  private static boolean isOurs(Message message) {
    return TAG.matcher(message.text()).find();
  }

  /** What javac died of, and where. */
  private static String died(String crash) {
    return crash
        .lines()
        .map(String::strip)
        .filter(l -> l.contains("Error") || l.contains("Exception") || l.startsWith("at "))
        .filter(l -> !l.contains("Assert."))
        .limit(2)
        .reduce("", (a, b) -> a + b + " ");
  }

  private static String firstFrames(String crash) {
    return crash.lines().limit(3).reduce("", (a, b) -> a + b.strip() + " ");
  }

  private static Optional<Defect> defect(Message message, Source source, Result result) {
    Matcher tag = TAG.matcher(message.text());
    if (tag.find()) {
      Kind kind = tag.group(1).equals("internal") ? Kind.INTERNAL : Kind.REFUSAL;
      String method = source.methodAt(message.line()).orElse("");
      String key = kind == Kind.REFUSAL ? tag.group(1) : simplified(message.text());
      return Optional.of(new Defect(kind, method, key, message.line() + ": " + message.text()));
    }
    boolean isGenerated = !isUsers(message);
    boolean isWarning =
        message.kind() == javax.tools.Diagnostic.Kind.WARNING
            || message.kind() == javax.tools.Diagnostic.Kind.MANDATORY_WARNING;
    if (!isGenerated || !(isWarning || message.isError())) {
      return message.isError()
          ? Optional.of(
              new Defect(
                  Kind.REJECTED,
                  source.methodAt(message.line()).orElse(""),
                  "user code: " + message.code(),
                  message.text()))
          : Optional.empty();
    }
    Matcher stepper = STEPPER.matcher(message.file());
    String method = stepper.find() ? stepper.group(1) : "";
    return Optional.of(
        new Defect(
            isWarning ? Kind.WARNING : Kind.REJECTED,
            method,
            message.code() + " " + simplified(message.text()),
            message.file()
                + ":"
                + message.line()
                + ": "
                + message.text()
                + "\n"
                + around(message, result)));
  }

  private static String simplified(String text) {
    return text.lines().findFirst().orElse("").replaceAll("[a-zA-Z_$]*\\d+[a-zA-Z_$\\d]*", "#");
  }

  private static String around(Message message, Result result) {
    String file =
        message.file().substring(1).replaceAll("\\.java$", "").replace('/', '.') + ".java";
    String text = result.generated().getOrDefault(file, "");
    List<String> lines = text.lines().toList();
    int at = (int) message.line() - 1;
    StringBuilder shown = new StringBuilder();
    for (int i = Math.max(0, at - 4); i < Math.min(lines.size(), at + 4); i++) {
      shown.append(i == at ? "--> " : "    ").append(lines.get(i)).append('\n');
    }
    return shown.toString();
  }

  /** Runs a method both ways. */
  Optional<Defect> run(Subject subject, Plan.Method method, long seed) {
    FutureTask<Subject.Verdict> task = new FutureTask<>(() -> subject.check(method, seed));
    Thread thread = new Thread(task, "fuzz " + method.name());
    thread.setDaemon(true);
    thread.start();
    try {
      Subject.Verdict verdict = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      runs += verdict.runs();
      suspending += verdict.suspends() ? 1 : 0;
      return verdict
          .difference()
          .map(
              d ->
                  new Defect(
                      Kind.DIFFERENCE,
                      method.name(),
                      "",
                      d.script() + "\n" + Trace.sideBySide(d.original(), d.stepper())));
    } catch (TimeoutException e) {
      StringBuilder stack = new StringBuilder();
      for (StackTraceElement frame : thread.getStackTrace()) {
        stack.append("  ").append(frame).append('\n');
      }
      return Optional.of(new Defect(Kind.HANG, method.name(), "", stack.toString()));
    } catch (ExecutionException e) {
      java.io.StringWriter text = new java.io.StringWriter();
      e.getCause().printStackTrace(new java.io.PrintWriter(text));
      return Optional.of(
          new Defect(Kind.CRASH, method.name(), firstFrames(text.toString()), text.toString()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
