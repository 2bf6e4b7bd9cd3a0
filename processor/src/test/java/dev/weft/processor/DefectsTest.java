package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Yield;
import dev.weft.annotations.Comp;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong in the processor is an error at the user's class, never a crash of javac. */
class DefectsTest {
  private static final String SOURCE =
      """
      class T {
        @Comp
        static String m() {
          return Yield.yield("a");
        }
      }
      """;

  @Test
  void saysThatAFileCanNotBeWritten() {
    assertReported(new IOException("disk full"), "java.io.IOException: disk full");
  }

  @Test
  void saysThatItFailed() {
    assertReported(
        new UnsupportedOperationException("odd"), "java.lang.UnsupportedOperationException: odd");
  }

  @Test
  void saysThatItsStackDidNotSuffice() {
    assertReported(new StackOverflowError(), "java.lang.StackOverflowError");
  }

  @Test
  void namesTheMethodOfEachStepperThatDoesNotCompile(@TempDir Path folder) throws IOException {
    String source =
        """
        class T {
          private record Own(String text) {}

          @Comp
          static String first() {
            return new Own(Yield.yield("a")).text();
          }

          @Comp
          static String second() {
            return new Own(Yield.yield("b")).text();
          }
        }
        """;
    List<File> classPath = List.of(Compiling.place(Comp.class), folder.toFile());
    copyRuntime(folder, "Origin.class");

    var compilation = Compiling.compile(Compiling.javac().withClasspath(classPath), source);

    assertThat(Compiling.messages(compilation))
        .satisfiesExactly(
            m ->
                assertThat(m)
                    .startsWith("T.java:6:17: error: [weft:internal] Weft failed on first: ")
                    .contains("T_first_Stepper.java")
                    .doesNotContain("T_second_Stepper.java"),
            m ->
                assertThat(m)
                    .startsWith("T.java:11:17: error: [weft:internal] Weft failed on second: ")
                    .contains("T_second_Stepper.java")
                    .doesNotContain("T_first_Stepper.java"));
  }

  /** Copies the runtime, be it a folder or a jar. */
  private static void copyRuntime(Path to, String allBut) throws IOException {
    Path place = Compiling.place(Yield.class).toPath();
    if (Files.isDirectory(place)) {
      copy(place, to, allBut);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        copy(jar.getPath("/"), to, allBut);
      }
    }
  }

  private static void copy(Path from, Path to, String allBut) throws IOException {
    List<Path> files;
    try (var all = Files.walk(from)) {
      files = all.filter(f -> !f.endsWith(allBut) && !f.endsWith("module-info.class")).toList();
    }
    for (Path each : files.subList(1, files.size())) {
      Files.copy(each, to.resolve(from.relativize(each).toString()));
    }
  }

  private static void assertReported(Throwable failure, String words) {
    var compilation =
        Compiling.compile(Compiling.plainJavac().withProcessors(new Failing(failure)), SOURCE);

    assertThat(Compiling.messages(compilation))
        .filteredOn(m -> m.contains("[" + Problem.INTERNAL.tag() + "]"))
        .singleElement()
        .asString()
        .startsWith("T.java:2:1: error: [weft:internal] Weft failed on T: " + words)
        .endsWith(
            ": this is a defect of Weft; please report it with the method's source; until then"
                + " write the method without @Comp.");
  }

  /** Runs the processor where no source file can be written. */
  @SupportedAnnotationTypes("*")
  private static final class Failing extends AbstractProcessor {
    private final Processor weft = new WeftProcessor();
    private final Throwable failure;

    Failing(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      Filer filer = proxy(Filer.class, environment.getFiler(), "createSourceFile", failure);
      weft.init(new Environment(environment, filer));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return weft.process(annotations, round);
    }
  }

  private static <T> T proxy(Class<T> type, T target, String failing, Throwable failure) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals(failing)) {
                throw failure;
              }
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
