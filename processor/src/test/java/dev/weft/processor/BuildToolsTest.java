package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/** What Gradle needs in order to compile no more than has changed. */
class BuildToolsTest {
  @Test
  void isKnownToGradleAsAnIsolatingProcessor() throws IOException {
    assertThat(resource("META-INF/gradle/incremental.annotation.processors").lines())
        .containsExactly(
            "dev.weft.processor.Scout,isolating",
            "dev.weft.processor.WeftProcessor,isolating",
            "dev.weft.processor.WeftProcessor$Claim,isolating");
  }

  @Test
  void isFoundBehindItsScoutAndBeforeItsClaim() throws IOException {
    assertThat(resource("META-INF/services/javax.annotation.processing.Processor").lines())
        .containsExactly(
            "dev.weft.processor.Scout",
            "dev.weft.processor.WeftProcessor",
            "dev.weft.processor.WeftProcessor$Claim");
  }

  private static String resource(String file) throws IOException {
    Path classes = Compiling.place(WeftProcessor.class).toPath();
    return Files.readString(classes.resolve(file));
  }

  @Test
  void tellsOfEachFileWhichSourceItComesFrom() {
    Watching watching = new Watching();

    var compilation =
        Compiling.compile(
            Compiling.plainJavac("-Aweft.diagrams=dot").withProcessors(watching),
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

              private static class Inner {
                @Comp
                int n(Hidden hidden) {
                  return Yield.yield("e");
                }
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
            "p.U_InnerComps",
            "p.U_Inner_n_Stepper",
            "META-INF/weft/p/U_Inner_n_Stepper.java",
            "META-INF/weft/p/U_Inner_n_Stepper.dot",
            "p.U_m_Stepper",
            "META-INF/weft/p/T_Inner_m_Stepper.dot",
            "META-INF/weft/p/T_n_Stepper.dot",
            "META-INF/weft/p/U_m_Stepper.dot",
            "META-INF/weft/p/U_m_Stepper.java",
            "p.U_Access",
            "META-INF/weft/p/U_Access.java");
    assertThat(watching.origins)
        .allSatisfy(
            (file, origin) ->
                assertThat(file.replaceFirst("^META-INF/weft/", "").replace('/', '.'))
                    .startsWith(origin));
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
    public Set<String> getSupportedOptions() {
      return weft.getSupportedOptions();
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
                if (method.getName().startsWith("create")) {
                  Element[] elements = (Element[]) arguments[arguments.length - 1];
                  assertThat(elements).hasSize(1);
                  origins.put(name(arguments), topLevel(elements[0]));
                }
                try {
                  return method.invoke(filer, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }

    /** Of a class, its name; of a resource, its package and file, which must be in the output. */
    private static String name(Object[] arguments) {
      if (arguments[0] instanceof JavaFileManager.Location location) {
        assertThat(location).isEqualTo(StandardLocation.CLASS_OUTPUT);
        return (arguments[1] + "/" + arguments[2]).replaceFirst("^/", "");
      }
      return arguments[0].toString();
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
