package dev.weft.processor.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Attributes some units of a running compilation in a second compiler that sees what it sees. */
public final class IsolatedCompiler {
  private final ProcessingEnvironment outer;

  public IsolatedCompiler(ProcessingEnvironment outer) {
    this.outer = outer;
  }

  /**
   * Attributes the units.
   *
   * @param units files of the outer compilation
   * @param sources all types of the outer compilation that come from source, by qualified name
   */
  public Attributed attribute(
      Collection<JavaFileObject> units, Map<String, JavaFileObject> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
      files.setLocation(StandardLocation.CLASS_PATH, List.of());
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  Writer.nullWriter(),
                  new OuterView(files, outer, sources),
                  diagnostics,
                  options(),
                  null,
                  units);
      List<CompilationUnitTree> trees = new ArrayList<>();
      task.parse().forEach(trees::add);
      task.analyze();
      return new Attributed(
          trees, Trees.instance(task), task.getElements(), task.getTypes(), errors(diagnostics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(
      DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .<Diagnostic<? extends JavaFileObject>>map(d -> d)
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .toList();
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("-proc:none", "-implicit:none", "-Xlint:none"));
    int level = outer.getSourceVersion().ordinal();
    int running = Runtime.version().feature();
    if (outer.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    if (level < running && !seesNewerLibrary(level)) {
      options.add("--release");
    } else {
      options.add("-source");
    }
    options.add(Integer.toString(level));
    return options;
  }

  /**
   * Whether the outer compilation has library classes that came after its language level: then it
   * runs with {@code -source}, which has the whole of the running JDK, and not with {@code
   * --release}.
   */
  private boolean seesNewerLibrary(int level) {
    return LibraryMarker.ALL.stream()
        .filter(m -> m.since() > level && m.since() <= Runtime.version().feature())
        .anyMatch(m -> outer.getElementUtils().getTypeElement(m.type()) != null);
  }

  /** A public class and the release that brought it. */
  private record LibraryMarker(int since, String type) {
    private static final List<LibraryMarker> ALL =
        List.of(
            new LibraryMarker(18, "java.net.spi.InetAddressResolver"),
            new LibraryMarker(21, "java.util.SequencedCollection"),
            new LibraryMarker(22, "java.lang.foreign.Arena"),
            new LibraryMarker(24, "java.lang.classfile.ClassFile"),
            new LibraryMarker(25, "java.lang.ScopedValue"));
  }
}
