/** Knows when Univer has nothing left to calculate, and starts what is due at once instead of after its 100 ms of patience. */
import { ICommandService } from '@univerjs/core';
import type { ICommandInfo, Injector } from '@univerjs/core';
import { ICalculateFormulaService, SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import { TriggerCalculationController } from '@univerjs/sheets-formula';

/**
 * What is needed of two private parts of Univer 0.25.1. There is no public way to learn that nothing is pending;
 * `checked` fails loudly when another version has them no more.
 */
interface Trigger {
  _waitingCommandQueue: ICommandInfo[];
  _executingDirtyData: object;
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _generateDirty(commands: ICommandInfo[]): object;
  _mergeDirty(one: object, other: object): object;
}
interface Calculator {
  _executeLock: { isBusy(key: string): boolean; acquire(key: string, body: () => void): Promise<void> };
}

const LOCK = 'FORMULA_EXECUTION_LOCK';

export interface Calculation {
  /** Nothing waits and nothing runs. */
  idle(): boolean;
  settled(): Promise<void>;
}

export function calculationOf(injector: Injector): Calculation {
  const commands = injector.get(ICommandService);
  const trigger = checked<Trigger>(injector.get(TriggerCalculationController), [
    '_waitingCommandQueue', '_executingDirtyData', '_setTimeoutKey', '_generateDirty', '_mergeDirty',
  ]);
  const calculator = checked<Calculator>(injector.get(ICalculateFormulaService), ['_executeLock']);
  const waiting = () => trigger._waitingCommandQueue.length > 0;
  const running = () => calculator._executeLock.isBusy(LOCK);

  /** Does now what the trigger's timer would do, which is only right while no calculation runs. */
  function start(): void {
    clearTimeout(trigger._setTimeoutKey);
    const dirty = trigger._generateDirty(trigger._waitingCommandQueue);
    trigger._executingDirtyData = trigger._mergeDirty(trigger._executingDirtyData, dirty);
    trigger._waitingCommandQueue = [];
    commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, { ...trigger._executingDirtyData }, { onlyLocal: true });
  }

  const idle = () => !waiting() && !running();

  // Only one waits in the lock's queue: two would each see the other there and take it for a calculation.
  let waiter: Promise<void> | undefined;
  async function untilIdle(): Promise<void> {
    while (!idle()) {
      if (running()) await calculator._executeLock.acquire(LOCK, () => undefined);
      else start();
    }
  }

  async function settled(): Promise<void> {
    while (!idle()) {
      waiter ??= untilIdle().finally(() => {
        waiter = undefined;
      });
      await waiter;
    }
  }

  return { idle, settled };
}

function checked<T extends object>(part: unknown, names: (keyof T & string)[]): T {
  for (const name of names) {
    if (!(name in (part as object))) throw new Error(`This version of Univer has no ${name}; the embedded host needs 0.25.1.`);
  }
  return part as T;
}
