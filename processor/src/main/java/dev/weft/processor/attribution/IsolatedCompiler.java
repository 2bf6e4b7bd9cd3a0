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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
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

  /** What javac says of a class or package that is not there, besides {@code cant.resolve}. */
  private static final Set<String> MISSING =
      Set.of("compiler.err.cant.access", "compiler.err.doesnt.exist");

  /** What is not found is a class, or may be one by its name. */
  private static final Pattern MISSING_NAME =
      Pattern.compile("symbol: +(class|interface|variable \\p{Lu})");

  private final ProcessingEnvironment outer;
  private final OuterPackages packages;
  private final ImplicitSources implicit;
  private final Lombok lombok = new Lombok();

  /** Errors that did not go away when all was found that can be. */
  private final Set<String> fruitless = new HashSet<>();

  private Reach reach = Reach.NAMED;

  /** Where types are looked for; if one is missing, further away. */
  private enum Reach {
    /** Among the sources that the outer compiler was given, and their surroundings on its path. */
    NAMED,
    /** Among sources, too, that it finds by itself. */
    IMPLICIT,
    /** Among all classes of a package, each of which it then loads. */
    ALL
  }

  public IsolatedCompiler(ProcessingEnvironment outer) {
    this.outer = outer;
    this.packages = new OuterPackages(outer);
    this.implicit = new ImplicitSources(outer);
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
      Map<String, String> texts = texts(units, sources);
      texts.forEach((name, text) -> packages.learn(OuterView.packageOf(name), text));
      Attributed best = attribute(units, sources, reach);
      Set<String> complaints = complaints(best);
      for (Reach further : Reach.values()) {
        if (further.compareTo(reach) > 0
            && !fruitless.containsAll(complaints)
            && (further != Reach.IMPLICIT || learnImplicit(texts, sources.keySet()))
            && (further != Reach.ALL || lacksClasses(best))) {
          Attributed next = attribute(units, sources, further);
          if (complaints(next).size() < complaints.size()) {
            best = next;
            reach = further;
            complaints = complaints(next);
          }
        }
      }
      fruitless.addAll(complaints);
      return best;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the outer compilation has a source file without a class around its methods. */
  public void noteCompactFile() {
    packages.noteCompactFile();
  }

  /** The errors in the units; sources that they use may name what does not exist yet. */
  private static Stream<Diagnostic<? extends JavaFileObject>> errors(Attributed attributed) {
    return attributed.units().stream()
        .flatMap(u -> attributed.errorsIn(u, 0, Long.MAX_VALUE).stream());
  }

  private static Set<String> complaints(Attributed attributed) {
    return errors(attributed).map(Object::toString).collect(Collectors.toSet());
  }

  /**
   * Whether any error may be one of a class that was not found. Other errors stay, and to load all
   * classes would make javac warn of some: with {@code -Werror} it then never says what is wrong.
   */
  private static boolean lacksClasses(Attributed attributed) {
    return errors(attributed)
        .anyMatch(
            e ->
                MISSING.contains(e.getCode())
                    || e.getCode().startsWith("compiler.err.cant.resolve")
                        && MISSING_NAME.matcher(e.getMessage(Locale.ROOT)).find());
  }

  /** The binary names of the class files that a package of the outer compilation has. */
  public Set<String> classFiles(PackageElement container) {
    try {
      return packages.classes(container, reach == Reach.ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there are sources that the outer compiler finds by itself. */
  private boolean learnImplicit(Map<String, String> texts, Set<String> named) {
    boolean hasAny = false;
    for (Map.Entry<String, String> each : texts.entrySet()) {
      hasAny |= implicit.learn(OuterView.packageOf(each.getKey()), each.getValue(), named);
    }
    return hasAny;
  }

  /** The texts of units, by the qualified names of their types. */
  private static Map<String, String> texts(
      Collection<JavaFileObject> units, Map<String, JavaFileObject> sources) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JavaFileObject> each : sources.entrySet()) {
      if (units.contains(each.getValue())) {
        texts.put(each.getKey(), each.getValue().getCharContent(true).toString());
      }
    }
    return texts;
  }

  private OuterView view(
      StandardJavaFileManager platform,
      Map<String, JavaFileObject> sources,
      Reach reach,
      boolean hasOutlines) {
    Optional<ImplicitSources> more =
        Optional.of(implicit).filter(i -> reach.compareTo(Reach.IMPLICIT) >= 0);
    return new OuterView(platform, outer, packages, sources, more, reach == Reach.ALL, hasOutlines);
  }

  private Attributed attribute(
      Collection<JavaFileObject> units, Map<String, JavaFileObject> sources, Reach reach)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = platform(diagnostics)) {
      OuterView view = view(files, sources, reach, true);
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
          refused,
          Set.copyOf(sources.keySet()));
    }
  }

  private JavacTask parser(Collection<JavaFileObject> units, StandardJavaFileManager files) {
    return (JavacTask)
        COMPILER.getTask(
            Writer.nullWriter(),
            files,
            new DiagnosticCollector<>(),
            OuterLevel.options(outer),
            null,
            units);
  }

  private JavacTask task(
      OuterView view,
      DiagnosticCollector<JavaFileObject> diagnostics,
      List<String> more,
      Lombok.Prepared prepared) {
    List<String> options = new ArrayList<>(OuterLevel.options(outer));
    options.addAll(more);
    if (!prepared.processors().isEmpty()) {
      options.remove(OuterLevel.NO_PROCESSORS);
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
      OuterView view = view(platform, visible, reach, false);
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
}
