package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.Handler;
import dev.weft.Prompt;
import dev.weft.Yield;
import dev.weft.annotations.Comp;
import dev.weft.effects.Await;
import dev.weft.effects.Throw;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DialogueTest {
  record User(String name, String email) {}

  record AskAge(String of) implements Prompt<Integer> {}

  record Young(int age) {}

  @Comp
  static User register() {
    String name = Yield.yield("get_name");
    String email = Yield.yield("get_email");
    while (!email.contains("@")) {
      email = Yield.yield("get_email_again");
    }
    return new User(name, email);
  }

  @Comp
  static int age(String name) throws IOException {
    int age = Yield.ask(new AskAge(name));
    if (age < 18) throw Throw.raise(new Young(age));
    if (age > 150) throw new IOException("too old");
    return age;
  }

  @Test
  void aScriptThatIsFollowed() {
    Dialogue.of(DialogueTestComps.register())
        .asks("get_name")
        .answer("Alice")
        .asks("get_email")
        .answer("alice")
        .asks("get_email_again")
        .answer("alice@example.org")
        .returns(new User("Alice", "alice@example.org"));
  }

  @Test
  void anotherQuestionShowsTheDialogueSoFar() {
    Dialogue<User> dialogue = Dialogue.of(DialogueTestComps.register());
    dialogue.asks("get_name").answer("Alice").answer("alice");
    assertThatThrownBy(() -> dialogue.asks("get_phone"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "The computation was expected to ask \"get_phone\", but it asks"
                    + " \"get_email_again\"",
                "The dialogue so far:",
                "  1  asks \"get_name\"",
                "     answered \"Alice\"",
                "  2  asks \"get_email\"",
                "     answered \"alice\"",
                "  3  asks \"get_email_again\""));
    dialogue.cancel("done").isCancelled("done");
  }

  @Test
  void anEndThatIsNotExpected() {
    Dialogue<User> dialogue = Dialogue.of(DialogueTestComps.register());
    dialogue.answer("Alice").answer("a@b");
    assertThatThrownBy(() -> dialogue.asks("get_phone"))
        .hasMessageContaining("to ask \"get_phone\", but it returned User[name=Alice, email=a@b]")
        .hasMessageContaining("end  returned User");
    assertThatThrownBy(() -> dialogue.returns("x"))
        .hasMessageContaining("to return \"x\", but it returned User[");
    assertThatThrownBy(() -> dialogue.answer("x")).hasMessageContaining("but it returned User[");
    assertThatThrownBy(() -> dialogue.isCancelled("x")).hasMessageContaining("be cancelled: \"x\"");
    assertThat(dialogue.result()).isEqualTo(new User("Alice", "a@b"));
  }

  @Test
  void typedQuestionsAreLookedAtCloser() {
    Dialogue<Integer> dialogue = Dialogue.of(DialogueTestComps.age("Ann"));
    dialogue
        .asks(AskAge.class, ask -> assertThat(ask.of()).isEqualTo("Ann"))
        .answer(40)
        .returns(40);
    Dialogue<Integer> other = Dialogue.of(DialogueTestComps.age("Ann"));
    assertThatThrownBy(() -> other.asks(String.class, question -> {}))
        .hasMessageContaining("to ask a java.lang.String, but it asks AskAge[of=Ann]");
  }

  @Test
  void failuresAndRaisedValues() {
    assertThat(Dialogue.of(DialogueTestComps.age("Ann")).answer(200).fails(IOException.class))
        .hasMessage("too old");
    assertThat(Dialogue.of(DialogueTestComps.age("Ann")).answer(7).raises(Young.class))
        .isEqualTo(new Young(7));
    assertThat(
            Dialogue.of(DialogueTestComps.age("Ann"))
                .raise(new IllegalStateException("closed"))
                .fails(IllegalStateException.class))
        .hasMessage("closed");
    Dialogue<Integer> failed = Dialogue.of(DialogueTestComps.age("Ann")).answer(200);
    assertThatThrownBy(() -> failed.returns(200))
        .hasMessageContaining("to return 200, but it failed with java.io.IOException: too old")
        .hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> failed.fails(IllegalStateException.class))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> failed.raises(String.class)).isInstanceOf(AssertionError.class);
  }

  @Test
  void dataOfHandlers() {
    Handler noting =
        () ->
            new Handler.Scope() {
              @Override
              public void suspended(Map<String, Object> data) {
                data.put("page", 1);
              }
            };
    Dialogue<User> dialogue = Dialogue.of(DialogueTestComps.register().with(noting));
    dialogue.data("page", 1);
    assertThatThrownBy(() -> dialogue.data("page", 2))
        .hasMessageContaining("have page = 2, but it has 1")
        .hasMessageContaining("asks \"get_name\"   with {page=1}");
  }

  @Comp
  static String fetch(CompletionStage<String> stage) {
    return Await.await(stage) + Yield.yield("more?");
  }

  @Test
  void whatIsWaitedForIsNoQuestion() {
    CompletableFuture<String> soon = new CompletableFuture<>();
    Thread other =
        new Thread(
            () -> {
              while (soon.getNumberOfDependents() == 0) {
                Thread.onSpinWait();
              }
              soon.complete("a");
            });
    other.start();
    Dialogue<String> dialogue = Dialogue.of(DialogueTestComps.fetch(soon));
    dialogue.asks("more?").answer("b").returns("ab");
    assertThat(dialogue.transcript()).contains("waited for Await[");

    CompletableFuture<String> failing = new CompletableFuture<>();
    Dialogue<String> failed = Dialogue.of(DialogueTestComps.fetch(failing)).start();
    failing.completeExceptionally(new IOException("down"));
    assertThat(failed.fails(IOException.class)).hasMessage("down");
  }
}
