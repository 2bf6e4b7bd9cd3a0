package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** {@code try}-with-resources. */
@SuppressWarnings("try") // resources that the body doesn't use are the point here
class ResourcesTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ResourcesTest.class);
  }

  /** Logs its life. */
  static class Res implements AutoCloseable {
    final String name;
    final Log log;

    Res(String name, Log log) {
      this.name = name;
      this.log = log;
      log.add("open " + name);
    }

    @Override
    public void close() throws IOException {
      log.add("finally close " + name);
    }
  }

  /** Fails when closed. */
  static final class Bad extends Res {
    Bad(String name, Log log) {
      super(name, log);
    }

    @Override
    public void close() throws IOException {
      super.close();
      throw new IOException("close of " + name);
    }
  }

  static Res open(String name, Log log) {
    return new Res(name, log);
  }

  @Comp
  static String bodySuspends(Log log) throws IOException {
    try (Res r = open("r", log)) {
      log.add("body of " + r.name);
      String s = ask(new Str("s"));
      return r.name + s;
    }
  }

  @Comp
  static int initialiserSuspends(Log log) throws IOException {
    int n = 0;
    try (Res r = open(ask(new Str("name")), log)) {
      n = r.name.length();
      log.add("body");
    }
    return n;
  }

  @Comp
  static String severalResources(Log log) throws IOException {
    String s = "";
    try (Res a = open("a", log);
        Res b = open(a.name + ask(new Str("b")), log);
        Res c = open(b.name + "c", log)) {
      s += ask(new Str("in " + c.name));
      if (s.isEmpty()) return "early";
      log.add(s);
    }
    return s + ask(new Num("after"));
  }

  @Comp
  static String nullResource(Log log) throws IOException {
    try (Res a = ask(new Bool("real")) ? open("a", log) : null;
        Res b = null;
        Res c = open("c", log)) {
      return (a == null) + ask(new Str("body"));
    }
  }

  @CatchesThrowable
  @Comp
  static int closeFails(Log log) throws IOException {
    int n = 0;
    try (Bad bad = new Bad("bad", log)) {
      n = ask(new Num("n"));
      if (n == 1) throw new IllegalStateException("one");
      if (n == 2) return n;
    }
    return n;
  }

  @CatchesThrowable
  @Comp
  static String severalClosesFail(Log log) {
    try (Bad a = new Bad("a", log);
        Res b = open("b", log);
        Bad c = new Bad("c", log)) {
      String s = ask(new Str("s"));
      if (s.length() == 1) throw new IllegalStateException("one character");
      return s;
    } catch (IllegalStateException | IOException e) {
      log.add("rescued " + Render.error(e));
      return "rescued" + e.getSuppressed().length;
    }
  }

  @Comp
  static String withCatchAndFinally(Log log) {
    String s = "none";
    try (Res r = open("r", log)) {
      s = ask(new Str("body"));
      if (ask(new Bool("fail"))) throw new IOException("failed");
    } catch (IOException e) {
      log.add("caught " + e.getMessage());
      s += ask(new Str("catch"));
    } finally {
      log.add("finally");
      Yield.emit("finally of " + s);
    }
    return s;
  }

  @Comp
  static String openingFails(Log log) throws IOException {
    try (Res a = open("a", log);
        Res b = failing(ask(new Bool("fail")), log);
        Res c = open("c", log)) {
      return ask(new Str("body"));
    } catch (UncheckedFailure e) {
      log.add("caught " + e.getMessage());
      return ask(new Str("instead"));
    }
  }

  static final class UncheckedFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    UncheckedFailure(String message) {
      super(message);
    }
  }

  static Res failing(boolean fail, Log log) {
    if (fail) {
      throw new UncheckedFailure("can't open");
    }
    return open("b", log);
  }

  @Comp
  static int existingVariables(Log log) throws IOException {
    final Res outer = open("outer", log);
    Res effectivelyFinal = open("inner", log);
    try (outer;
        effectivelyFinal) {
      Yield.emit(effectivelyFinal.name);
      return ask(new Num("n"));
    }
  }

  @Comp
  static String jumpsOutOfLoops(Log log) throws IOException {
    String s = "";
    rows:
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        try (Res r = open("r" + i + j, log)) {
          int n = ask(new Num("n" + i + j));
          if (n == 0) continue;
          if (n == 1) continue rows;
          if (n == 2) break;
          if (n == 3) break rows;
          s += r.name;
        }
        log.add("normally");
      }
    }
    return s;
  }

  @Comp
  static String nestedResources(Log log) throws IOException {
    try (Res a = open("a", log)) {
      String s = ask(new Str("outer"));
      try (Res b = open("b" + s, log)) {
        s += ask(new Str("inner"));
        if (s.length() > 6) throw new IllegalStateException(b.name);
      } catch (IllegalStateException e) {
        log.add("caught " + e.getMessage());
        s = ask(new Str("recovered"));
      }
      log.add("between");
      return s + a.name;
    }
  }

  @Comp
  static int lambdaAsResource(Log log) throws Exception {
    int n = ask(new Num("n"));
    try (AutoCloseable c = () -> log.add("finally closed " + n)) {
      return n + ask(new Num("m"));
    }
  }

  @Comp
  static String resourceFromVarCaptured(Log log) throws IOException {
    java.util.function.Supplier<String> name;
    try (var r = open(ask(new Str("name")), log)) {
      Yield.emit("in");
      name = () -> r.name + "!";
      Yield.emit(name.get());
    }
    Yield.emit("out");
    return name.get();
  }

  @Comp
  static String suspensionFreeBody(Log log) throws IOException {
    String s = ask(new Str("before"));
    try (Res r = open("r", log)) {
      s += r.name;
    }
    return s + ask(new Str("after"));
  }

  @Comp
  static int returnEvaluatedBeforeClose(Log log) throws IOException {
    int[] counter = {0};
    try (Res r =
        new Res("r", log) {
          @Override
          public void close() {
            counter[0] = 99;
            log.add("finally counter " + counter[0]);
          }
        }) {
      counter[0] = ask(new Num("n"));
      return counter[0] + ask(new Num("m"));
    }
  }

  @Comp
  static String resourceDeclaredBefore(Log log) throws Exception {
    Res first = new Res("first", log);
    try (first) {
      log.add("in");
    } catch (IllegalStateException e) {
      return ask(new Str("failed"));
    }
    Res second = Yield.<Boolean>yield(Q.bool("other")) ? first : null;
    if (ask(new Bool("close")))
      try (second;
          first) {
        log.add("both");
      } finally {
        log.add("done");
      }
    return ask(new Str("end")) + (second == null);
  }
}
