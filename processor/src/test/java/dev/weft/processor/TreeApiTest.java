package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilers whose trees can't be read, and build tools that hide those of javac. */
class TreeApiTest {
  private static final String SOURCE =
      """
      class T {
        void ordinary() {}

        @Comp
        static String m() {
          return Yield.yield("a");
        }

        @Comp
        static String n() {
          return Yield.yield("b");
        }
      }
      """;

  private static final String REFUSAL =
      "["
          + Problem.NO_TREE_API.tag()
          + "] Weft needs the javac compiler, and this one (%s) has no tree API: it reads"
          + " method bodies by com.sun.source; compile with Maven or Gradle, which use javac; in"
          + " Eclipse delegate the build to them.";

  @Test
  void refusesACompilerWithoutTreesOnceAtTheFirstMethod() {
    Compilation compilation = compileIn(TreeApiTest::byProxy);

    assertThat(Compiling.messages(compilation))
        .singleElement()
        .asString()
        .matches("T\\.java:6:17: error: .*")
        .contains(REFUSAL.substring(0, 60), "Maven or Gradle");
  }

  @Test
  void leavesASourceWithoutComputationsToSuchACompiler() {
    Compilation compilation =
        Compiling.compile(
            Compiling.plainJavac().withProcessors(new Within(TreeApiTest::byProxy)), "class T {}");

    assertThat(Compiling.messages(compilation)).isEmpty();
  }

  @Test
  void seesThroughTheWrapperOfABuildTool() {
    assertThat(Compiling.messages(compileIn(TreeApiTest::byGradle))).isEmpty();
  }

  @Test
  void seesThroughTwoWrappers() {
    assertThat(Compiling.messages(compileIn(e -> byGradle(byGradle(e))))).isEmpty();
  }

  @Test
  void refusesAJavaRuntimeWithoutACompiler() throws Exception {
    Processor weft =
        (Processor)
            new Treeless()
                .loadClass(WeftProcessor.class.getName())
                .getDeclaredConstructor()
                .newInstance();

    Compilation compilation =
        Compiling.compile(Compiling.plainJavac().withProcessors(weft), SOURCE);

    assertThat(Compiling.messages(compilation))
        .singleElement()
        .asString()
        .contains(REFUSAL.substring(0, 60));
  }

  @Test
  void refusesTheCompilerOfEclipse(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("p/T.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, Compiling.text(Compiling.source(SOURCE)));
    JavaCompiler eclipse = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    boolean succeeded;
    try (var files = eclipse.getStandardFileManager(said, Locale.ROOT, null)) {
      var task =
          eclipse.getTask(
              new PrintWriter(printed),
              files,
              said,
              List.of("--release", "17", "-d", folder.toString(), "-classpath", classPath()),
              null,
              files.getJavaFileObjects(source));
      task.setProcessors(List.of(new WeftProcessor()));
      succeeded = task.call();
    }

    List<String> errors =
        said.getDiagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
            .toList();
    assertThat(succeeded).isFalse();
    assertThat(errors)
        .as(printed.toString())
        .containsExactly(
            "6: "
                + REFUSAL.formatted(
                    "org.eclipse.jdt.internal.compiler.apt.dispatch.BatchProcessingEnvImpl"));
  }

  private static String classPath() {
    return Compiling.classPath().stream()
        .map(File::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Compilation compileIn(UnaryOperator<ProcessingEnvironment> wrapping) {
    return Compiling.compile(Compiling.plainJavac().withProcessors(new Within(wrapping)), SOURCE);
  }

  /** What another compiler looks like: an environment that is not of javac's own class. */
  private static ProcessingEnvironment byProxy(ProcessingEnvironment environment) {
    return (ProcessingEnvironment)
        Proxy.newProxyInstance(
            TreeApiTest.class.getClassLoader(),
            new Class<?>[] {ProcessingEnvironment.class},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(environment, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static ProcessingEnvironment byGradle(ProcessingEnvironment environment) {
    return new Environment(environment, environment.getFiler());
  }

  /** Runs the processor in another environment than the compiler's own. */
  @SupportedAnnotationTypes("*")
  private static final class Within extends AbstractProcessor {
    private final Processor weft = new WeftProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapping;

    Within(UnaryOperator<ProcessingEnvironment> wrapping) {
      this.wrapping = wrapping;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      weft.init(wrapping.apply(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return weft.process(annotations, round);
    }
  }

  /** Loads the processor anew, where the tree API does not exist. */
  private static final class Treeless extends ClassLoader {
    Treeless() {
      super(WeftProcessor.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("com.sun.source.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("dev.weft.")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
