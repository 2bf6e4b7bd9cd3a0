package dev.weft.processor.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * What class files the packages of the outer compilation have.
 *
 * <p>Public API names no class path. But it gives the address of any one file on it, and so of the
 * folder or archive around that file. The files asked for are those that the sources name; what
 * lies elsewhere is not found, and where that matters, or the addresses are none of files, all is
 * asked of {@code Elements}.
 */
final class OuterPackages {
  private static final String SUFFIX = ".class";

  private final ProcessingEnvironment outer;
  private final Containers classPath = new Containers(SUFFIX);
  private final Map<String, Containers> modules = new HashMap<>();
  private final Set<String> asked = new HashSet<>();
  private boolean hasCompactFile;
  private boolean isOpaque;

  OuterPackages(ProcessingEnvironment outer) {
    this.outer = outer;
  }

  /** Looks for the classes that a source may name. */
  void learn(String packageName, String text) {
    NamedTypes.in(text, packageName, (folder, name) -> look(folder, name + SUFFIX));
    NamedTypes.imported(text, this::lookOnDemand);
  }

  /** Looks until the place of a package is known: which of its classes a source names is not. */
  private void lookOnDemand(String packageName, String name) {
    try {
      if (!packageName.startsWith("java.") && classPath.files(packageName).isEmpty()) {
        look(packageName, name + SUFFIX);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void look(String packageName, String file) {
    look(classPath, StandardLocation.CLASS_PATH, "", packageName, file);
  }

  private void look(
      Containers containers,
      JavaFileManager.Location location,
      String prefix,
      String packageName,
      String file) {
    String folder = packageName.replace('.', '/');
    String name = folder.isEmpty() ? file : folder + "/" + file;
    if (!isOpaque && asked.add(prefix + name)) {
      Optional<URI> address = address(location, prefix + packageName, file);
      isOpaque = address.isPresent() && !containers.add(address.get(), name);
    }
  }

  private Optional<URI> address(
      JavaFileManager.Location location, String packageName, String file) {
    try {
      Filer filer = outer.getFiler();
      return Optional.of(filer.getResource(location, packageName, file).toUri());
    } catch (IOException | RuntimeException absent) {
      // javac's own reaction to a location without the module is a NullPointerException.
      return Optional.empty();
    }
  }

  /**
   * Notes that the outer compilation has a compact source file. Once the elements of its package
   * have been asked for, javac takes the file's class for a duplicate of itself in the next round.
   */
  void noteCompactFile() {
    hasCompactFile = true;
  }

  /**
   * The binary names of the classes of a package that exist as class files.
   *
   * @param isThorough whether to find all at any cost
   */
  Set<String> classes(PackageElement element, boolean isThorough) throws IOException {
    String name = element.getQualifiedName().toString();
    Set<String> files = isThorough ? Set.of() : files(element, name);
    Set<String> classes = new LinkedHashSet<>();
    if (files.isEmpty() && !(hasCompactFile && name.isEmpty())) {
      ElementFilter.typesIn(element.getEnclosedElements()).forEach(t -> add(t, classes));
    } else {
      files.forEach(f -> classes.add(name.isEmpty() ? f : name + "." + f));
    }
    return classes;
  }

  private void add(TypeElement type, Set<String> classes) {
    classes.add(outer.getElementUtils().getBinaryName(type).toString());
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(t -> add(t, classes));
  }

  private Set<String> files(PackageElement element, String name) throws IOException {
    ModuleElement module = outer.getElementUtils().getModuleOf(element);
    Containers containers =
        module == null || module.isUnnamed() ? ofClassPath(name) : of(module.toString());
    return isOpaque ? Set.of() : containers.files(name);
  }

  /** A package is a folder too, which is a file to javac. */
  private Containers ofClassPath(String name) {
    int dot = name.lastIndexOf('.');
    if (!name.isEmpty()) {
      look(dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1));
    }
    return classPath;
  }

  private Containers of(String module) {
    Containers containers = modules.computeIfAbsent(module, m -> new Containers(SUFFIX));
    look(containers, StandardLocation.MODULE_PATH, module + "/", "", "module-info.class");
    look(containers, StandardLocation.MODULE_PATH, module + "/", "", "META-INF/MANIFEST.MF");
    return containers;
  }
}
