package dev.weft.processor;

import com.sun.source.util.Trees;
import dev.weft.processor.emit.FileStyle;
import dev.weft.processor.emit.SourceFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Hands generated files to the compiler. */
final class Outputs {
  private static final String SOURCES = "META-INF/weft/";

  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final Reporter reporter;
  private final Set<String> written = new HashSet<>();

  Outputs(ProcessingEnvironment environment, Trees trees, Reporter reporter) {
    this.environment = environment;
    this.trees = trees;
    this.reporter = reporter;
  }

  /** Writes a file for an element, or reports that its name is taken. */
  void write(SourceFile file, Element origin) {
    String name = file.name().canonicalName();
    if (!written.add(name) || isSource(name)) {
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

  /** Whether the user has a class of this name; one of an earlier build does not count. */
  private boolean isSource(String name) {
    TypeElement existing = environment.getElementUtils().getTypeElement(name);
    return existing != null && trees.getPath(existing) != null;
  }

  /**
   * Writes a compiled file, with the classes in it, and its source. That lies where no compiler
   * takes it for the newer version of a class on its class path.
   */
  void writeCompiled(SourceFile file, Map<String, byte[]> classes, Element origin) {
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
      try (var source =
          environment
              .getFiler()
              .createResource(
                  StandardLocation.CLASS_OUTPUT,
                  "",
                  SOURCES + name.replace('.', '/') + ".java",
                  origin)
              .openWriter()) {
        source.write(file.text());
      }
    } catch (IOException e) {
      reporter.error(Problem.INTERNAL, origin, name, e);
    }
  }

  /** How files that belong to an element are to look. */
  FileStyle style(Element origin) {
    Elements elements = environment.getElementUtils();
    ModuleElement module = elements.getModuleOf(origin);
    String annotation = "javax.annotation.processing.Generated";
    boolean canRead =
        module == null
            ? elements.getTypeElement(annotation) != null
            : elements.getTypeElement(module, annotation) != null;
    return new FileStyle(
        canRead
            ? Optional.of(FileStyle.generatedBy(WeftProcessor.class.getName()))
            : Optional.empty(),
        !hidesJavaLang(elements.getPackageOf(origin)));
  }

  /** Whether the package has a class of its own that is called like one of {@code java.lang}. */
  private boolean hidesJavaLang(PackageElement container) {
    return container.getEnclosedElements().stream()
        .anyMatch(
            e ->
                environment.getElementUtils().getTypeElement("java.lang." + e.getSimpleName())
                    != null);
  }
}
