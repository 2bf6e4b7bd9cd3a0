package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** A class that only Weft could not read is not left with steppers that can't run. */
class StubWatchTest {
  private static final String SOURCE =
      """
      class T {
        String m() {
          return "a";
        }
      }
      """;

  @Test
  void reportsAClassThatJavacAccepts() {
    assertThat(messages("p.T", SOURCE))
        .containsExactly("T.java:2:1: error: " + Problem.UNREADABLE.text(List.of("T")));
  }

  @Test
  void leavesTheErrorsOfOthersToJavac() {
    assertThat(messages("p.T", SOURCE.replace("\"a\"", "1")))
        .singleElement()
        .asString()
        .contains("incompatible types")
        .doesNotContain("weft:");
  }

  @Test
  void reportsNoOtherClass() {
    assertThat(messages("p.U", SOURCE + "interface U {}\n"))
        .singleElement()
        .asString()
        .startsWith("T.java:7:1: error: [weft:unreadable] ");
  }

  private static List<String> messages(String unread, String source) {
    return Compiling.messages(
        Compiling.compile(Compiling.plainJavac().withProcessors(new Watching(unread)), source));
  }

  /** Says of one class that it could not be read. */
  @SupportedAnnotationTypes("*")
  private static final class Watching extends AbstractProcessor {
    private final String unread;

    Watching(String unread) {
      this.unread = unread;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!round.processingOver()) {
        Trees trees = Trees.instance(processingEnv);
        StubWatch.start(processingEnv, new Reporter(processingEnv, trees), trees)
            .add(processingEnv.getElementUtils().getTypeElement(unread));
      }
      return false;
    }
  }
}
