import dev.weft.processor.Scout;
import dev.weft.processor.WeftProcessor;
import javax.annotation.processing.Processor;

/** The annotation processor that turns {@code @Comp} methods into steppers and their factories. */
// JavaPoet and AutoService have a module name in their manifest but no descriptor.
@SuppressWarnings("requires-automatic")
module dev.weft.processor {
  requires com.palantir.javapoet;
  requires dev.weft.annotations;
  requires java.compiler;
  requires jdk.compiler;
  requires static com.google.auto.service;
  requires static org.jspecify;

  uses Processor;

  provides Processor with
      Scout,
      WeftProcessor,
      WeftProcessor.Claim;
}
