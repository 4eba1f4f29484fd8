import { requestNodes, type SweepProgram } from '../../../core/sweep-program';
import { ByteWriter } from '../graph/bytes';
import { BINARY_CALLS, ExpressionCode, UNARY_CALLS } from './expression-code';
import { heardBits } from './order-word';
import { F64, FunctionWriter, I32, OP } from './function-writer';
import { vectorLead, VectorCode } from './vector-code';
import { REQUEST_NUMBERS, type ProgramLayout } from './program-layout';

const IMPORTS = [...UNARY_CALLS, ...BINARY_CALLS];

/**
 * A program as a WebAssembly module. It imports `env.memory` and the functions of `math`, and exports
 * `acts(out, rows)`, which writes a byte per row with what the orders that may act could do, and `begin(row)`, which answers the orders that act as bits and writes what each order would ask for.
 */
export function programCode(program: SweepProgram, layout: ProgramLayout): Uint8Array<ArrayBuffer> {
  const functions = [actsCode(program, layout), beginCode(program, layout)];
  const first = IMPORTS.length;
  const types = new ByteWriter()
    .unsigned(4)
    .byte(0x60, 1, F64, 1, F64)
    .byte(0x60, 2, F64, F64, 1, F64)
    .byte(0x60, 2, I32, I32, 0)
    .byte(0x60, 1, I32, 1, I32);
  const imports = new ByteWriter().unsigned(IMPORTS.length + 1);
  IMPORTS.forEach((name, k) =>
    imports
      .name('math')
      .name(name)
      .byte(0x00, k < UNARY_CALLS.length ? 0 : 1),
  );
  imports.name('env').name('memory').byte(0x02, 0x00).unsigned(1);
  const code = new ByteWriter().unsigned(functions.length);
  for (const body of functions) code.sized(body);
  return new ByteWriter()
    .byte(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00)
    .section(1, types)
    .section(2, imports)
    .section(3, new ByteWriter().unsigned(2).byte(2, 3))
    .section(
      7,
      new ByteWriter()
        .unsigned(2)
        .name('acts')
        .byte(0x00)
        .unsigned(first)
        .name('begin')
        .byte(0x00)
        .unsigned(first + 1),
    )
    .section(10, code)
    .done();
}

function actsCode(program: SweepProgram, layout: ProgramLayout): ByteWriter {
  const code = new FunctionWriter(2);
  if (program.remembers) return code.written();
  const [out, rows] = [0, 1];
  const row = code.local(I32);
  const lead = vectorLead(program);
  if (lead !== 0) {
    const limit = code.local(I32);
    code.get(rows).set(limit);
    if (lead !== null) code.int(lead).get(rows).int(lead).get(rows).op(OP.i32LtS, OP.select).set(limit);
    writeRows(program, layout, code, { out, row, limit });
  }
  if (lead !== null) new VectorCode(program, layout, code).write(out, row, rows);
  return code.written();
}

/** The rows up to `limit` one by one. */
function writeRows(
  program: SweepProgram,
  layout: ProgramLayout,
  code: FunctionWriter,
  { out, row, limit }: Readonly<Record<'out' | 'row' | 'limit', number>>,
): void {
  const { orders, follows } = program;
  const expressions = new ExpressionCode(program, layout, code, row);
  code.op(OP.loop, 0x40);
  for (const { when } of orders) if (!follows[when]) expressions.compute(when);
  code.get(out).get(row).op(OP.i32Add).int(0);
  for (const order of orders) {
    if (!follows[order.when]) expressions.pushTruth(order.when);
    code.int(heardBits(order));
    if (!follows[order.when]) code.op(OP.i32Mul);
    code.op(OP.i32Or);
  }
  code.storeByte();
  code.get(row).int(1).op(OP.i32Add).set(row);
  code.get(row).get(limit).op(OP.i32LtS, OP.brIf, 0, OP.end);
}

function beginCode(program: SweepProgram, layout: ProgramLayout): ByteWriter {
  const { orders, states, nodes } = program;
  const code = new FunctionWriter(1);
  const expressions = new ExpressionCode(program, layout, code, 0);
  const mask = code.local(I32);
  code.int(0).set(mask);
  orders.forEach((order, k) => {
    expressions.compute(order.when);
    code.get(mask);
    expressions.pushTruth(order.when);
    code.int(k).op(OP.i32Shl, OP.i32Or).set(mask);
    requestNodes(order).forEach((id, member) => {
      if (id !== null) expressions.compute(id);
      code.int(layout.requests + 8 * (REQUEST_NUMBERS * k + member));
      if (id === null) code.number(NaN);
      else expressions.pushNumber(id);
      code.storeNumber();
    });
  });
  for (const { next } of states) expressions.compute(next);
  for (const [id] of layout.rings) {
    const node = nodes[id]!;
    if (node.op === 'history') expressions.compute(node.of);
  }
  states.forEach(({ next }, state) => {
    const kept = layout.states[state]!;
    code.int(kept);
    expressions.pushNumber(next);
    code.storeNumber();
    code.int(kept).int(1).storeInt(8);
  });
  for (const [id, ring] of layout.rings) {
    const node = nodes[id]!;
    if (node.op !== 'history') continue;
    expressions.pushRingPlace(node.bars);
    expressions.pushNumber(node.of);
    code.storeNumber(ring);
  }
  return code.get(mask).written();
}
