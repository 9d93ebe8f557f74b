/** The dialogs that lie over the page: each is loaded when it is first opened, since most visits open none. */
import { type ComponentProps, type ReactNode, Suspense } from 'react';
import { Boundary } from './Boundary.tsx';
import { useEarlyKeys } from './commands/useEarlyKeys.ts';
import { onDemand, useEver } from './onDemand.tsx';
import { useImports, useInstall, useRecordings, useTrouble, useView } from './tidemarkContext.ts';

const TroubleHelp = onDemand(async () => (await import('./trouble/TroubleHelp.tsx')).TroubleHelp);
const InstallDialog = onDemand(
  async () => (await import('./install/InstallDialog.tsx')).InstallDialog,
);
const SessionsDrawer = onDemand(
  async () => (await import('./recordings/SessionsDrawer.tsx')).SessionsDrawer,
);
const CommandPalette = onDemand(
  async () => (await import('./commands/CommandPalette.tsx')).CommandPalette,
);
const TableDialog = onDemand(async () => (await import('./tables/TableDialog.tsx')).TableDialog);
const KeySheet = onDemand(async () => (await import('./commands/KeySheet.tsx')).KeySheet);
const SketchDialog = onDemand(async () => (await import('./sketch/SketchDialog.tsx')).SketchDialog);
const ShareDialog = onDemand(async () => (await import('./share/ShareDialog.tsx')).ShareDialog);
const ImportDialog = onDemand(async () => (await import('./import/ImportDialog.tsx')).ImportDialog);

export function Dialogs(): ReactNode {
  const askedForHelp = useEver(useTrouble((state) => state.topic !== null));
  const installing = useInstall((state) => state.run.phase !== 'closed');
  const showOverlay = useView((state) => state.showOverlay);
  const wantsCommands = useView((state) => state.overlay === 'commands');
  const takeEarlyKeys = useEarlyKeys(wantsCommands, () => showOverlay(null));
  const askedForCommands = useEver(wantsCommands);
  const askedForTables = useEver(useView((state) => state.overlay === 'tables'));
  const askedForKeys = useEver(useView((state) => state.overlay === 'keys'));
  const askedForSketch = useEver(useView((state) => state.overlay === 'sketch'));
  const askedToShare = useEver(useView((state) => state.overlay === 'share'));
  const openedSessions = useEver(useRecordings((state) => state.sessionsOpen));
  const choseFile = useEver(useImports((state) => state.chosen !== null));
  return (
    <>
      <Dialog name="Help" isWanted={askedForHelp}>
        <TroubleHelp />
      </Dialog>
      <Dialog name="Installing" isWanted={installing}>
        <InstallDialog />
      </Dialog>
      <Dialog name="Recordings" isWanted={openedSessions}>
        <SessionsDrawer />
      </Dialog>
      <Dialog name="Commands" isWanted={askedForCommands}>
        <CommandPalette takeEarlyKeys={takeEarlyKeys} />
      </Dialog>
      <Dialog name="Keys" isWanted={askedForKeys}>
        <KeySheet />
      </Dialog>
      <Dialog name="Tables" isWanted={askedForTables}>
        <TableDialog />
      </Dialog>
      <Dialog name="Sketch" isWanted={askedForSketch}>
        <SketchDialog />
      </Dialog>
      <Dialog name="Share" isWanted={askedToShare}>
        <ShareDialog />
      </Dialog>
      <Dialog name="Import" isWanted={choseFile}>
        <ImportDialog />
      </Dialog>
    </>
  );
}

interface DialogProps {
  readonly name: ComponentProps<typeof Boundary>['name'];
  readonly isWanted: boolean;
  readonly children: ReactNode;
}

function Dialog({ name, isWanted, children }: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>{isWanted && <Boundary name={name}>{children}</Boundary>}</Suspense>
  );
}
