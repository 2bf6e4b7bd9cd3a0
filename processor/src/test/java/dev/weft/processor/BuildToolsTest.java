package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What Gradle needs in order to compile no more than has changed. */
class BuildToolsTest {
  @Test
  void isKnownToGradleAsAnIsolatingProcessor() throws IOException {
    String file = "META-INF/gradle/incremental.annotation.processors";
    try (InputStream in = WeftProcessor.class.getClassLoader().getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text.strip()).isEqualTo("dev.weft.processor.WeftProcessor,isolating");
    }
  }

  @Test
  void tellsOfEachFileWhichSourceItComesFrom() {
    Watching watching = new Watching();

    var compilation =
        Compiling.compile(
            Compiling.plainJavac().withProcessors(watching),
            """
            class T {
              private int n;

              static class Inner {
                @Comp
                String m() {
                  return Yield.yield("a");
                }
              }

              @Comp
              int n() {
                return n += Yield.<Integer>yield("b");
              }
            }
            """,
            """
            class U {
              private record Hidden(int n) {}

              @Comp
              static int m() {
                Hidden hidden = new Hidden(Yield.yield("c"));
                Yield.yield("d");
                return hidden.n();
              }
            }
            """);

    assertThat(Compiling.messages(compilation)).isEmpty();
    assertThat(watching.origins)
        .containsOnlyKeys(
            "p.TComps",
            "p.T_InnerComps",
            "p.T_Inner_m_Stepper",
            "p.T_n_Stepper",
            "p.T_Access",
            "p.UComps",
            "p.U_m_Stepper",
            "p.U_Access");
    assertThat(watching.origins)
        .allSatisfy((file, origin) -> assertThat(origin).isEqualTo(file.substring(0, 3)));
  }

  /** Notes of each file that is made the name of the one top-level class that it is made for. */
  @SupportedAnnotationTypes("*")
  private static final class Watching extends AbstractProcessor {
    private final Processor weft = new WeftProcessor();
    private final Map<String, String> origins = new LinkedHashMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      weft.init(new Environment(environment, watched(environment.getFiler())));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return weft.process(annotations, round);
    }

    private Filer watched(Filer filer) {
      return (Filer)
          Proxy.newProxyInstance(
              Filer.class.getClassLoader(),
              new Class<?>[] {Filer.class},
              (proxy, method, arguments) -> {
                if (method.getName().matches("createSourceFile|createClassFile")) {
                  Element[] elements = (Element[]) arguments[1];
                  assertThat(elements).hasSize(1);
                  origins.put(arguments[0].toString(), topLevel(elements[0]));
                }
                try {
                  return method.invoke(filer, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    private static String topLevel(Element element) {
      Element each = element;
      while (each.getEnclosingElement() instanceof TypeElement outer) {
        each = outer;
      }
      return each.toString();
    }
  }
}
