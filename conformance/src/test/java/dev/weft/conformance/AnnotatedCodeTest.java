package dev.weft.conformance;

import static dev.weft.Yield.ask;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Annotations whose elements are named, on all that a body may declare. */
class AnnotatedCodeTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(AnnotatedCodeTest.class);
  }

  static final String LABEL = "label";
  static final int N = 2;

  @Retention(RetentionPolicy.RUNTIME)
  @interface Mark {
    String value() default "";

    int n() default 1;

    Class<?> type() default void.class;
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Marks {
    Mark[] value();
  }

  static class Failure extends Exception {
    private static final long serialVersionUID = 1;
  }

  @Comp
  static String onLocals(@Mark(value = "p", n = 3) Log log) {
    @Mark(value = LABEL, n = N)
    int a = ask(new Num("a"));
    {
      @Marks({@Mark(value = LABEL, n = N + 1), @Mark(type = AnnotatedCodeTest.class)})
      int b = a + 1;
      @SuppressWarnings(value = {"unchecked", "rawtypes"})
      List<String> words = (List<String>) (List) new ArrayList<>(List.of("w" + b));
      log.add(words);
    }
    for (@Mark(n = N) int i = 0; i < 2; i++) {
      Yield.emit(i);
    }
    for (@Mark(n = N) int i = 0; i < 2; i++) {
      log.add(i);
    }
    for (@Mark(n = N) String each : List.of("x", "y")) {
      log.add(each);
    }
    return "end" + a;
  }

  @Comp
  static String onExceptionParameters() {
    try {
      Yield.emit("in try");
      if (ask(new Bool("fail"))) {
        throw new Failure();
      }
    } catch (
        @Mark(value = LABEL, n = 4)
        Failure e) {
      return "failed";
    }
    return "went well";
  }

  @Comp
  static String inLambdas() {
    Supplier<String> s =
        () -> {
          @Mark(value = LABEL, type = Log.class)
          String text = "lambda";
          return text;
        };
    Yield.emit("made");
    return s.get();
  }

  private static Mark markOf(Object object) throws NoSuchMethodException {
    return object.getClass().getMethod("toString").getAnnotation(Mark.class);
  }

  @Comp
  static String inAnonymousClasses() throws NoSuchMethodException {
    Object o =
        new Object() {
          @Override
          @Mark(value = LABEL + "!", n = 5)
          public String toString() {
            @Mark(value = "inner")
            String text = "anonymous";
            return text;
          }
        };
    Yield.emit(o.toString());
    return markOf(o).value() + markOf(o).n();
  }

  @Comp
  static String inLocalClasses() throws NoSuchMethodException {
    String captured = ask(new Str("captured"));
    @Mark(value = "class", type = Failure.class)
    class Local {
      @Deprecated(since = LABEL, forRemoval = false)
      int old = 3;

      @Override
      @Mark(value = "method", n = N * 2)
      public String toString() {
        return captured;
      }
    }
    Yield.emit("declared");
    Local local = new Local();
    Mark ofClass = Local.class.getAnnotation(Mark.class);
    return ofClass.value() + ofClass.type().getSimpleName() + markOf(local).n() + local;
  }
}
