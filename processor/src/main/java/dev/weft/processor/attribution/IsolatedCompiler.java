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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Attributes some units of a running compilation in a second compiler that sees what it sees. */
public final class IsolatedCompiler {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final String NO_PROCESSORS = "-proc:none";

  private final ProcessingEnvironment outer;
  private final OuterPackages packages;
  private final Lombok lombok = new Lombok();

  /** Errors that did not go away when every class file was found. */
  private final Set<String> fruitless = new HashSet<>();

  private boolean isThorough;

  public IsolatedCompiler(ProcessingEnvironment outer) {
    this.outer = outer;
    this.packages = new OuterPackages(outer);
  }

  /**
   * Attributes the units.
   *
   * @param units files of the outer compilation
   * @param sources all types of the outer compilation that come from source, by qualified name
   */
  public Attributed attribute(
      Collection<JavaFileObject> units, Map<String, JavaFileObject> sources) {
    try {
      learn(units, sources);
      Attributed first = attribute(units, sources, isThorough);
      Set<String> complaints = complaints(first);
      if (isThorough || fruitless.containsAll(complaints)) {
        return first;
      }
      Attributed second = attribute(units, sources, true);
      isThorough = complaints(second).size() < complaints.size();
      fruitless.addAll(complaints);
      return isThorough ? second : first;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the outer compilation has a source file without a class around its methods. */
  public void noteCompactFile() {
    packages.noteCompactFile();
  }

  /** The errors in the units; sources that they use may name what does not exist yet. */
  private static Set<String> complaints(Attributed attributed) {
    return attributed.units().stream()
        .flatMap(u -> attributed.errorsIn(u, 0, Long.MAX_VALUE).stream())
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  /** The binary names of the class files that a package of the outer compilation has. */
  public Set<String> classFiles(PackageElement container) {
    try {
      return packages.classes(container, isThorough);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void learn(Collection<JavaFileObject> units, Map<String, JavaFileObject> sources)
      throws IOException {
    for (Map.Entry<String, JavaFileObject> each : sources.entrySet()) {
      if (units.contains(each.getValue())) {
        String text = each.getValue().getCharContent(true).toString();
        packages.learn(OuterView.packageOf(each.getKey()), text);
      }
    }
  }

  private Attributed attribute(
      Collection<JavaFileObject> units, Map<String, JavaFileObject> sources, boolean isThorough)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = platform(diagnostics)) {
      OuterView view = new OuterView(files, outer, packages, sources, isThorough, true);
      Lombok.Prepared prepared = lombok.prepare(units, sources.values(), f -> parser(f, files));
      JavacTask task = task(view, diagnostics, List.of(), prepared);
      List<CompilationUnitTree> trees = new ArrayList<>();
      List<LombokUse> refused = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) {
        trees.add(unit);
        if (!prepared.processors().isEmpty()) {
          refused.addAll(new LombokScan(unit, Trees.instance(task).getSourcePositions()).refused());
        }
      }
      task.analyze();
      List<Diagnostic<? extends JavaFileObject>> errors = errors(diagnostics);
      return new Attributed(
          trees,
          Trees.instance(task),
          task.getElements(),
          task.getTypes(),
          errors.stream().filter(e -> !prepared.isForgiven(e)).toList(),
          refused);
    }
  }

  private JavacTask parser(Collection<JavaFileObject> units, StandardJavaFileManager files) {
    return (JavacTask)
        COMPILER.getTask(
            Writer.nullWriter(), files, new DiagnosticCollector<>(), options(), null, units);
  }

  private JavacTask task(
      OuterView view,
      DiagnosticCollector<JavaFileObject> diagnostics,
      List<String> more,
      Lombok.Prepared prepared) {
    List<String> options = new ArrayList<>(options());
    options.addAll(more);
    if (!prepared.processors().isEmpty()) {
      options.remove(NO_PROCESSORS);
    }
    JavacTask task =
        (JavacTask)
            COMPILER.getTask(
                Writer.nullWriter(), view, diagnostics, options, null, prepared.files().values());
    if (!prepared.processors().isEmpty()) {
      task.setProcessors(prepared.processors());
    }
    return task;
  }

  /**
   * Compiles generated sources that name private types of the user's. The virtual machine lets any
   * class of the package use those; only the compiler does not, so it is shown the user's units
   * without the modifier.
   *
   * @param generated texts by qualified name
   * @param others generated texts that they may name
   * @param opened the texts of the user's units without the modifiers
   * @param sources all types of the outer compilation that come from source, by qualified name
   */
  public Compiled compile(
      Map<String, String> generated,
      Map<String, String> others,
      Map<JavaFileObject, String> opened,
      Map<String, JavaFileObject> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Set<URI> units = opened.keySet().stream().map(FileObject::toUri).collect(Collectors.toSet());
    Map<String, JavaFileObject> visible = new LinkedHashMap<>(sources);
    visible.values().removeIf(f -> units.contains(f.toUri()));
    others.forEach((name, text) -> visible.put(name, source(name, text)));
    List<JavaFileObject> files = new ArrayList<>();
    generated.forEach((name, text) -> files.add(source(name, text)));
    try (StandardJavaFileManager platform = platform(diagnostics)) {
      OuterView view = new OuterView(platform, outer, packages, visible, isThorough, false);
      Lombok.Prepared prepared = lombok.prepare(files, sources.values(), f -> parser(f, platform));
      opened.forEach(
          (unit, text) ->
              prepared.files().put(unit.toUri().toString(), new MaskedSource(unit, text)));
      task(view, diagnostics, List.of("-g"), prepared).call();
      Map<String, byte[]> classes = new LinkedHashMap<>(view.outputs());
      classes.replaceAll((name, file) -> VarargsFlags.corrected(file));
      return new Compiled(classes, errors(diagnostics));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source that exists in memory only. */
  public static JavaFileObject source(String name, String text) {
    return new MemorySource(URI.create("made:///" + name.replace('.', '/') + ".java"), text);
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
    List<String> options = new ArrayList<>(List.of(NO_PROCESSORS, "-implicit:none", "-Xlint:none"));
    // javac stops telling errors after a hundred, and they tell which methods can be read.
    options.addAll(List.of("-Xmaxerrs", "0"));
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
