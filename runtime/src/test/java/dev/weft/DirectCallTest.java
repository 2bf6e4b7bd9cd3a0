package dev.weft;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.weft.annotations.Comp;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class DirectCallTest {

  @Comp
  static String withFactory() {
    return Yield.yield("q");
  }

  static String notAnnotated() {
    return Yield.yield("q");
  }

  @Comp
  static String inLambda() {
    Supplier<String> supplier = () -> Yield.yield("q");
    return supplier.get();
  }

  static class Nested {
    @Comp
    private int withParameters(int count, String... names) {
      return Yield.<Integer>yield(names[count]);
    }
  }

  @Test
  void namesTheFactoryOfAMethodThatHasOne() {
    assertThatIllegalStateException()
        .isThrownBy(DirectCallTest::withFactory)
        .withMessageContaining("DirectCallTest.withFactory was called directly")
        .withMessageContaining("DirectCallTest.java:")
        .withMessageContaining("DirectCallTestComps.withFactory(...)")
        .withMessageContaining("AsyncCoroutine");
  }

  @Test
  void saysThatTheProcessorDidNotRunWhereThereIsNoFactory() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Nested().withParameters(0, "x"))
        .withMessageContaining("no dev.weft.DirectCallTest_NestedComps")
        .withMessageContaining("processor did not run")
        .withMessageContaining("JDK 23")
        .withMessageContaining("-processorpath")
        .withMessageContaining("annotationProcessorPaths")
        .withMessageContaining("annotationProcessor(")
        .withMessageContaining("-proc:full");
  }

  @Test
  void saysThatTheMethodIsNotAnnotated() {
    assertThatIllegalStateException()
        .isThrownBy(DirectCallTest::notAnnotated)
        .withMessageContaining("DirectCallTest.notAnnotated")
        .withMessageContaining("not a @Comp method");
    assertThatIllegalStateException()
        .isThrownBy(DirectCallTest::inLambda)
        .withMessageContaining("not a @Comp method")
        .withMessageContaining("lambda");
  }

  @Test
  void askAndEmitSayTheSame() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Yield.emit("x"))
        .withMessageContaining("not a @Comp method");
    assertThatIllegalStateException()
        .isThrownBy(() -> Yield.ask(new Prompt<String>() {}))
        .withMessageContaining("not a @Comp method");
  }
}

/** What the processor would have made. */
final class DirectCallTestComps {
  private DirectCallTestComps() {}
}
