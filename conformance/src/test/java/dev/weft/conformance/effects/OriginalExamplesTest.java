package dev.weft.conformance.effects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Computation;
import dev.weft.Coroutine;
import dev.weft.Handler;
import dev.weft.Step;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Command;
import dev.weft.effects.Commands;
import dev.weft.effects.RaisedException;
import dev.weft.effects.Reader;
import dev.weft.effects.State;
import dev.weft.effects.Throw;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the library that Weft is modelled on, in Java. */
class OriginalExamplesTest {

  @Comp
  static int sum() {
    return Reader.ask(Integer.class) + State.get(Integer.class);
  }

  @Test
  void readerAndStateMake42() {
    Computation<Integer> sum =
        OriginalExamplesTestComps.sum()
            .with(Reader.of(Integer.class, 10))
            .with(State.of(Integer.class, 32));
    assertThat(Coroutine.of(sum).run()).isEqualTo(new Step.Completed<>(42));
    assertThat(Coroutine.of(sum).run()).isEqualTo(new Step.Completed<>(42));
  }

  record Config(String greeting) {}

  record CreateUser(String name, String email) implements Command<Long> {}

  record Registered(String text, long id) {}

  @Comp
  static Registered wizard() {
    String name = Yield.yield("get_name");
    String email = Yield.yield("get_email");
    long id = Command.execute(new CreateUser(name, email));
    return new Registered(Reader.ask(Config.class).greeting() + ", " + name, id);
  }

  @Comp
  static long confirmed(CreateUser user) {
    String answer = Yield.yield("create " + user.email() + "?");
    return answer.equals("yes") ? 7 : -1;
  }

  @Test
  void aWizardWithReaderAndCommand() {
    List<CreateUser> created = new ArrayList<>();
    Coroutine<Registered> wizard =
        Coroutine.of(
            OriginalExamplesTestComps.wizard()
                .with(Reader.of(Config.class, new Config("Hello")))
                .with(
                    Commands.none()
                        .on(
                            CreateUser.class,
                            user -> {
                              created.add(user);
                              return (long) created.size();
                            })));
    wizard.run();
    wizard.run("Alice");
    assertThat(wizard.run("alice@example.org"))
        .isEqualTo(new Step.Completed<>(new Registered("Hello, Alice", 1)));
    assertThat(created).containsExactly(new CreateUser("Alice", "alice@example.org"));
  }

  @Test
  void aCommandThatIsAComputationItself() {
    Coroutine<Registered> wizard =
        Coroutine.of(
            OriginalExamplesTestComps.wizard()
                .with(Reader.of(Config.class, new Config("Hello")))
                .with(
                    Commands.none()
                        .running(CreateUser.class, OriginalExamplesTestComps::confirmed)));
    wizard.run();
    wizard.run("Alice");
    assertThat(wizard.run("a@b")).isEqualTo(new Step.Suspended<>("create a@b?", Map.of(), 3));
    assertThat(wizard.run("yes"))
        .isEqualTo(new Step.Completed<>(new Registered("Hello, Alice", 7)));
  }

  @Comp
  static String threeYields() {
    String first = Yield.yield("a");
    String second = Yield.yield("b");
    return first + second + Yield.yield("c");
  }

  @Test
  void aScopeRecordsEntryAndCleanupWithTheCancelledOutcome() {
    List<String> log = new ArrayList<>();
    Coroutine<String> coroutine =
        Coroutine.of(OriginalExamplesTestComps.threeYields().with(new Recording("scope", log)));
    coroutine.run();
    assertThat(log).containsExactly("scope entered", "scope suspended");
    assertThat(coroutine.cancel("closed")).isEqualTo(new Step.Cancelled<>("closed"));
    assertThat(log)
        .containsExactly(
            "scope entered", "scope suspended", "scope exited Cancelled[reason=closed]");
  }

  @Test
  void aDecorationCountsYields() {
    Handler counting =
        () ->
            new Handler.Scope() {
              private int yields;

              @Override
              public void suspended(Map<String, Object> data) {
                data.put("yields", ++yields);
              }
            };
    Computation<String> counted = OriginalExamplesTestComps.threeYields().with(counting);
    for (int run = 0; run < 2; run++) {
      Coroutine<String> coroutine = Coroutine.of(counted);
      assertThat(data(coroutine.run())).isEqualTo(Map.of("yields", 1));
      assertThat(data(coroutine.run("x"))).isEqualTo(Map.of("yields", 2));
      assertThat(data(coroutine.run("y"))).isEqualTo(Map.of("yields", 3));
      assertThat(coroutine.run("z")).isEqualTo(new Step.Completed<>("xyz"));
    }
  }

  private static Map<String, Object> data(Step<?> step) {
    return ((Step.Suspended<?>) step).data();
  }

  record NotFound(String what) {}

  @Comp
  static String raises() {
    throw Throw.raise(new NotFound(Yield.yield("what")));
  }

  @Comp
  static String throwsItself(IllegalStateException error) {
    if (Yield.<Boolean>yield("fail")) {
      throw error;
    }
    return "fine";
  }

  @Test
  void aRaisedValueBecomesThrown() {
    Coroutine<String> coroutine = Coroutine.of(OriginalExamplesTestComps.raises());
    coroutine.run();
    assertThat(coroutine.run("user"))
        .isInstanceOfSatisfying(
            Step.Thrown.class,
            thrown ->
                assertThat(((RaisedException) thrown.error()).value())
                    .isEqualTo(new NotFound("user")));
  }

  @Test
  void anExceptionBecomesThrownWithItsOwnObject() {
    IllegalStateException error = new IllegalStateException("own");
    Coroutine<String> coroutine = Coroutine.of(OriginalExamplesTestComps.throwsItself(error));
    coroutine.run();
    assertThat(((Step.Thrown<String>) coroutine.run(true)).error()).isSameAs(error);
  }
}
