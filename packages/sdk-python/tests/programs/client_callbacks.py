def monitor_progress(dataset, callback, poll_interval=15):
    previous_state, previous_progress = None, -1
    
    while not dataset.finished:
        dataset._reload_metadata()
        state = dataset.state
        progress = dataset.metadata.progress if dataset.metadata else 0
        
        if state != previous_state or progress != previous_progress:
            callback(state, progress)
            previous_state, previous_progress = state, progress
        
        time.sleep(poll_interval)
    
    return dataset.ready

def progress_callback(state, progress):
    timestamp = time.strftime("%H:%M:%S")
    print(f"[{timestamp}] {state}: {progress}%")

# Usage
success = monitor_progress(dataset, progress_callback)
