import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { Readout, View } from '../../analysis/messages/viewMessages.ts';
import type { ShownChannel } from '../../state/channelLooks.ts';
import { LineSample } from '../channels/LineSample.tsx';
import { formatMillisecond, withUnit } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useViewFeed } from '../plot/plotting.ts';
import { wantedRange } from '../plot/yRange.ts';
import { formatReading } from '../reading.ts';
import { useBoard, useTidemark } from '../tidemarkContext.ts';
import type { Insets } from './plotGestures.ts';
import readoutStyles from './readout.module.css';
import { exactWords, judgedWords } from './readoutWords.ts';

/** Channels that are not pointed at, of which a value is told, too. */
const MOST_OTHERS = 7;

interface HoverReadoutProps {
  /** Those that are seen, from the top. */
  readonly visible: readonly number[];
  readonly insets: Insets;
  /** How far down in the plots the pointer is, in CSS pixels. */
  readonly pointerY: RefObject<number>;
}

interface Shown {
  readonly view: View;
  readonly share: number;
  readonly pointed: readonly number[];
}

/** What stands under the pointer: time, values, limits, σ, who flagged it. */
export function HoverReadout({ visible, insets, pointerY }: HoverReadoutProps): ReactNode {
  const feed = useViewFeed();
  const { view: viewStore } = useTidemark();
  const channels = useBoard((state) => state.channels);
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    const take = (view: View): void => {
      const { pointed } = viewStore.getState();
      // A view that was asked for before knows of no pointer.
      setShown(
        pointed && view.readouts ? { view, share: pointed.share, pointed: pointed.channels } : null,
      );
    };
    return feed?.subscribe(take);
  }, [feed, viewStore]);

  const readouts = shown?.view.readouts;
  if (!shown || !readouts) return null;
  const told = visible.flatMap((index) => {
    const readout = readouts[index];
    const channel = channels[index];
    return readout && channel ? [{ index, readout, channel }] : [];
  });
  const isPointed = (index: number): boolean => shown.pointed.includes(index);
  const mine = told.filter(({ index }) => isPointed(index));
  const others = told.filter(({ index }) => !isPointed(index)).slice(0, MOST_OTHERS);
  const first = mine[0] ?? others[0];
  if (!first) return null;
  const { left, right } = insets;
  const at = `${left}px + (100% - ${left + right}px) * ${shown.share}`;
  const isLeft = shown.share > 0.5;
  return (
    <div
      aria-hidden="true"
      className={isLeft ? readoutStyles.readoutLeft : readoutStyles.readout}
      style={{ left: `calc(${at})`, top: pointerY.current }}
    >
      <b>{formatMillisecond(first.readout.timeMs)}</b>
      {mine.map(({ index, readout, channel }) => (
        <Pointed key={index} readout={readout} channel={channel} />
      ))}
      {others.map(({ index, readout, channel }) => {
        const data = shown.view.channels[index];
        const words = formatReading(readout.value, data ? wantedRange(data) : null);
        return (
          <p key={index} className={readoutStyles.other}>
            <LineSample colour={channel.colour} /> <OutsideText>{channel.name}</OutsideText>{' '}
            {withUnit(words, channel.unit)}
          </p>
        );
      })}
    </div>
  );
}

interface PointedProps {
  readonly readout: Readout;
  readonly channel: ShownChannel;
}

/** A channel in the strip under the pointer: all that is known of its sample. */
function Pointed({ readout, channel }: PointedProps): ReactNode {
  return (
    <>
      <p>
        <LineSample colour={channel.colour} /> <OutsideText>{channel.name}</OutsideText>{' '}
        <b>{exactWords(readout.value, channel.unit)}</b>
      </p>
      {judgedWords(readout, channel.unit).map((line) => (
        <p key={line} className={readoutStyles.detail}>
          {line}
        </p>
      ))}
    </>
  );
}
