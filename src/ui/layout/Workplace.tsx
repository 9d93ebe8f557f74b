import type { ReactNode } from 'react';
import { Boundary } from '../Boundary.tsx';
import { ExplorePanel } from '../explore/ExplorePanel.tsx';
import { ParameterPanel } from '../parameters/ParameterPanel.tsx';
import { SignalPanel } from '../signal/SignalPanel.tsx';
import { WeibullPanel } from '../weibull/WeibullPanel.tsx';
import { PanelLayout } from './PanelLayout.tsx';

/** The panels in their places: all of the page that needs a board, or what one has sent. */
export function Workplace(): ReactNode {
  return (
    <PanelLayout
      signal={
        <Boundary name="Signal">
          <SignalPanel />
        </Boundary>
      }
      lower={
        <Boundary name="Anomalies">
          <ExplorePanel />
        </Boundary>
      }
      detector={
        <Boundary name="Detector">
          <ParameterPanel />
        </Boundary>
      }
      fit={
        <Boundary name="Fit">
          <WeibullPanel />
        </Boundary>
      }
    />
  );
}
