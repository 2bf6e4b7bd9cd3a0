package dev.weft.processor.attribution;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Attributes some units of a running compilation in a second compiler that sees what it sees. */
public final class IsolatedCompiler {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

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
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = platform(diagnostics)) {
      OuterView view = new OuterView(files, outer, sources);
      JavacTask task =
          (JavacTask)
              COMPILER.getTask(Writer.nullWriter(), view, diagnostics, options(), null, units);
      List<CompilationUnitTree> trees = new ArrayList<>();
      task.parse().forEach(trees::add);
      task.analyze();
      return new Attributed(
          trees, Trees.instance(task), task.getElements(), task.getTypes(), errors(diagnostics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Compiles generated sources that name private types of the user's. The virtual machine lets any
   * class of the package use those; only the compiler does not, so it is shown the user's unit
   * without the modifier.
   *
   * @param generated texts by qualified name
   * @param unit the user's unit
   * @param opened its text without the modifiers
   * @param sources all types of the outer compilation that come from source, by qualified name
   */
  public Compiled compile(
      Map<String, String> generated,
      JavaFileObject unit,
      String opened,
      Map<String, JavaFileObject> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Map<String, JavaFileObject> visible = new LinkedHashMap<>(sources);
    visible.values().removeIf(f -> f.toUri().equals(unit.toUri()));
    List<JavaFileObject> units = new ArrayList<>();
    generated.forEach(
        (name, text) ->
            units.add(
                new MemorySource(URI.create("made:///" + name.replace('.', '/') + ".java"), text)));
    units.add(new MemorySource(unit.toUri(), opened));
    try (StandardJavaFileManager files = platform(diagnostics)) {
      OuterView view = new OuterView(files, outer, visible);
      List<String> options = new ArrayList<>(options());
      options.add("-g");
      COMPILER.getTask(Writer.nullWriter(), view, diagnostics, options, null, units).call();
      return new Compiled(view.outputs(), errors(diagnostics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came of compiling generated sources.
   *
   * @param classes class files by binary name, those of the user's among them
   */
  public record Compiled(
      Map<String, byte[]> classes, List<Diagnostic<? extends JavaFileObject>> errors) {}

  private static StandardJavaFileManager platform(DiagnosticCollector<JavaFileObject> diagnostics)
      throws IOException {
    StandardJavaFileManager files = COMPILER.getStandardFileManager(diagnostics, null, null);
    files.setLocation(StandardLocation.CLASS_PATH, List.of());
    return files;
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
    int level = level(outer.getSourceVersion());
    int running = Runtime.version().feature();
    if (outer.isPreviewEnabled()) {
      options.add("--enable-preview");
    }
    String number = Integer.toString(level);
    options.addAll(
        level < running && !seesNewerLibrary(level)
            ? List.of("--release", number)
            : List.of("-source", number, "-target", number));
    return options;
  }

  /** The number in the name of a release. */
  private static int level(SourceVersion version) {
    String name = version.name();
    return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
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
