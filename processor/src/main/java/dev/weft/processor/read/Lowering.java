package dev.weft.processor.read;

import javax.lang.model.type.TypeMirror;

/** The parts that turn a body's trees into statements of the model, and that call each other. */
final class Lowering {
  final MethodContext context;
  final Jumps jumps;
  final ReturnValues returns;
  final Renderer renderer;
  final Completion completion;
  final ExpressionLowering expressions;
  final StatementLowering statements;
  final LoopLowering loops;
  final SwitchLowering switches;
  final TryLowering tries;

  Lowering(MethodContext context, TypeMirror returnType) {
    this.context = context;
    this.jumps = new Jumps(context);
    this.returns = new ReturnValues(context, returnType);
    this.renderer = new Renderer(context, jumps, returns);
    this.completion = new Completion(context);
    this.expressions = new ExpressionLowering(this);
    this.loops = new LoopLowering(this);
    this.switches = new SwitchLowering(this);
    this.tries = new TryLowering(this);
    this.statements = new StatementLowering(this);
  }
}
