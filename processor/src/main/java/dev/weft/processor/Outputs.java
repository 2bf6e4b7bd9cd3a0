package dev.weft.processor;

import dev.weft.processor.attribution.IsolatedCompiler;
import dev.weft.processor.diagram.DiagramForm;
import dev.weft.processor.emit.FileStyle;
import dev.weft.processor.emit.SourceFile;
import dev.weft.processor.model.Machine;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Hands generated files to the compiler. */
final class Outputs {
  private static final String SOURCES = "META-INF/weft/";

  private final ProcessingEnvironment environment;
  private final Reporter reporter;
  private final IsolatedCompiler compiler;
  private final Set<String> sources;
  private final Set<String> written = new HashSet<>();
  private final Map<PackageElement, FileStyle> styles = new HashMap<>();
  private boolean isMuted;

  /**
   * @param sources the names of all types that come from source, now and in later rounds
   */
  Outputs(
      ProcessingEnvironment environment,
      Reporter reporter,
      IsolatedCompiler compiler,
      Set<String> sources) {
    this.environment = environment;
    this.compiler = compiler;
    this.sources = sources;
    this.reporter = reporter;
  }

  /** Whether to write nothing, where only errors are wanted any more. */
  void setMuted(boolean isMuted) {
    this.isMuted = isMuted;
  }

  /** Whether a type of this name is one of ours. */
  boolean hasWritten(String name) {
    return written.contains(name);
  }

  /** Writes a file for an element, or reports that its name is taken. */
  void write(SourceFile file, Element origin) {
    if (isMuted) {
      return;
    }
    String name = file.name().canonicalName();
    if (!written.add(name) || sources.contains(name)) {
      reporter.error(Problem.NAME_CLASH, origin, origin.getSimpleName(), file.name().simpleName());
      return;
    }
    try (var writer = environment.getFiler().createSourceFile(name, origin).openWriter()) {
      writer.write(file.text());
    } catch (FilerException e) {
      reporter.error(Problem.NAME_CLASH, origin, origin.getSimpleName(), file.name().simpleName());
    } catch (IOException e) {
      reporter.error(Problem.INTERNAL, origin, origin.getSimpleName(), e);
    }
  }

  /**
   * Writes a compiled file, with the classes in it, and its source. That lies where no compiler
   * takes it for the newer version of a class on its class path.
   */
  void writeCompiled(SourceFile file, Map<String, byte[]> classes, Element origin) {
    if (isMuted) {
      return;
    }
    String name = file.name().canonicalName();
    try {
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        if (each.getKey().equals(name) || each.getKey().startsWith(name + "$")) {
          try (var out =
              environment.getFiler().createClassFile(each.getKey(), origin).openOutputStream()) {
            out.write(each.getValue());
          }
        }
      }
      writeResource(name, ".java", file.text(), origin);
    } catch (IOException e) {
      reporter.error(Problem.INTERNAL, origin, name, e);
    }
  }

  /** Writes a drawing of a machine where no stepper lies that javac compiles. */
  void write(Machine machine, DiagramForm form, Element origin) {
    String name = machine.stepper().canonicalName();
    if (!isMuted) {
      try {
        writeResource(name, "." + form.extension(), form.write(machine), origin);
      } catch (IOException e) {
        reporter.error(Problem.INTERNAL, origin, name, e);
      }
    }
  }

  private void writeResource(String type, String ending, String text, Element origin)
      throws IOException {
    String path = SOURCES + type.replace('.', '/') + ending;
    try (var writer =
        environment
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
            .openWriter()) {
      writer.write(text);
    }
  }

  /** How files that belong to an element are to look. */
  FileStyle style(Element origin) {
    PackageElement container = environment.getElementUtils().getPackageOf(origin);
    return styles.computeIfAbsent(container, c -> makeStyle(origin, c));
  }

  private FileStyle makeStyle(Element origin, PackageElement container) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(origin);
    boolean canRead = exists(module, FileStyle.GENERATED);
    return new FileStyle(
        canRead
            ? Optional.of(FileStyle.generatedBy(WeftProcessor.class.getName()))
            : Optional.empty(),
        namesIn(container).noneMatch(JavaLang.NAMES::contains));
  }

  /** The simple names of the classes of a package. */
  private Stream<String> namesIn(PackageElement container) {
    String name = container.getQualifiedName().toString();
    int start = name.isEmpty() ? 0 : name.length() + 1;
    return Stream.concat(
            sources.stream().filter(s -> s.lastIndexOf('.') == start - 1 && s.startsWith(name)),
            compiler.classFiles(container).stream())
        .map(s -> s.substring(start));
  }

  private boolean exists(@Nullable ModuleElement module, String type) {
    Elements elements = environment.getElementUtils();
    return module == null
        ? elements.getTypeElement(type) != null
        : elements.getTypeElement(module, type) != null;
  }
}
